// Package knots converts speeds.
package knots

// FromMetres converts metres per second.
func FromMetres(speed float64) float64 { return speed * 3600 / 1852 }
