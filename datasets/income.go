package datasets

// Income is a country's World Bank income group in one fiscal year.
type Income struct {
	FiscalYear int    // 26 is FY26, from 1 July 2025
	Group      string // low, lower-middle, upper-middle, high or unclassified
	Origin
}

// IncomeIn gives the income group of a World Bank fiscal year (26, 27); false if
// the Bank does not list the country or the year is not here.
func (c Country) IncomeIn(fiscalYear int) (Income, bool) {
	income, ok := c.income[fiscalYear]
	return income, ok
}

func (d *Data) loadIncome() error {
	t := open("income.csv")
	for _, r := range t.rows {
		in := Income{FiscalYear: r.whole("fiscal_year"), Group: r.text("group"), Origin: r.origin()}
		switch in.Group {
		case "low", "lower-middle", "upper-middle", "high", "unclassified":
		default:
			r.fault("group", "an income group")
		}
		c := d.country(r)
		c.income[in.FiscalYear] = in
		if lending := r.text("lending"); lending != "" {
			c.Lending = lending
		}
	}
	return t.err()
}
