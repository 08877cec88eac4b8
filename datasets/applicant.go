package datasets

import "outrigger/model/funding"

// latestIncomeYear is the World Bank's fiscal year whose income groups hold now.
const latestIncomeYear = 27

// Applicant is a country as the rules of funding packages ask for it. One that is not in
// the table has no status and no known income.
func (d *Data) Applicant(iso3 string) funding.Applicant {
	c, known := d.Countries.ByISO3(iso3)
	if !known {
		return funding.Applicant{Country: iso3, LDCOn: func(string) funding.Standing { return funding.Standing{State: string(No)} }}
	}
	a := funding.Applicant{Country: iso3, Gathered: StatusesGathered, SIDS: c.SIDS == SIDSState, LLDC: c.LLDC}
	if income, has := c.IncomeIn(latestIncomeYear); has && income.Group != "unclassified" {
		a.Income = income.Group
	}
	a.LDCOn = func(day string) funding.Standing {
		ldc := c.LDCOn(day)
		return funding.Standing{State: string(ldc.State), Earliest: ldc.Earliest, Latest: ldc.Latest}
	}
	return a
}
