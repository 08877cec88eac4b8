package money

import (
	"slices"
	"strings"
)

// Currency is an ISO 4217 currency: its three letters and the decimal places its
// smallest unit has (VUV 0, USD 2, TND 3).
type Currency struct {
	Code   string
	Places int
}

// Codes by decimal places, from ISO 4217 (list one). XDR, the special drawing
// right in which the Universal Postal Union keeps its accounts, has no minor unit
// in the standard; it is kept to two places here, as the Union's accounts are.
const (
	noPlaces    = " BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF "
	threePlaces = " BHD IQD JOD KWD LYD OMR TND "
	twoPlaces   = " AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD" +
		" CAD CDF CHF CNY COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ" +
		" GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA" +
		" MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR" +
		" RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD" +
		" TZS UAH USD UYU UZS VES WST XCD XCG XDR YER ZAR ZMW ZWG "
)

// ByCode finds a currency by its three capital letters; false if ISO 4217 has no
// such currency in circulation.
func ByCode(code string) (Currency, bool) {
	if len(code) != 3 {
		return Currency{}, false
	}
	for places, list := range []string{noPlaces, "", twoPlaces, threePlaces} {
		if strings.Contains(list, " "+code+" ") {
			return Currency{code, places}, true
		}
	}
	return Currency{}, false
}

// Currencies lists all currencies by code.
func Currencies() []Currency {
	var all []Currency
	for places, list := range []string{noPlaces, "", twoPlaces, threePlaces} {
		for _, code := range strings.Fields(list) {
			all = append(all, Currency{code, places})
		}
	}
	slices.SortFunc(all, func(a, b Currency) int { return strings.Compare(a.Code, b.Code) })
	return all
}
