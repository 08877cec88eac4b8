//go:build !amd64

package calc

// The loops are written out four draws at a time: they are most of the work, and the
// compiler does not unroll.

func (o *column) add(x, y *column) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = x[i]+y[i], x[i+1]+y[i+1], x[i+2]+y[i+2], x[i+3]+y[i+3]
	}
}

func (o *column) addOne(x *column, k float64) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = x[i]+k, x[i+1]+k, x[i+2]+k, x[i+3]+k
	}
}

func (o *column) sub(x, y *column) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = x[i]-y[i], x[i+1]-y[i+1], x[i+2]-y[i+2], x[i+3]-y[i+3]
	}
}

func (o *column) subFrom(k float64, x *column) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = k-x[i], k-x[i+1], k-x[i+2], k-x[i+3]
	}
}

func (o *column) mul(x, y *column) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = x[i]*y[i], x[i+1]*y[i+1], x[i+2]*y[i+2], x[i+3]*y[i+3]
	}
}

func (o *column) mulOne(x *column, k float64) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = x[i]*k, x[i+1]*k, x[i+2]*k, x[i+3]*k
	}
}

func (o *column) divOne(x *column, k float64) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = x[i]/k, x[i+1]/k, x[i+2]/k, x[i+3]/k
	}
}

func (o *column) min(x, y *column) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = min(x[i], y[i]), min(x[i+1], y[i+1]), min(x[i+2], y[i+2]), min(x[i+3], y[i+3])
	}
}

func (o *column) minOne(x *column, k float64) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = min(x[i], k), min(x[i+1], k), min(x[i+2], k), min(x[i+3], k)
	}
}

func (o *column) max(x, y *column) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = max(x[i], y[i]), max(x[i+1], y[i+1]), max(x[i+2], y[i+2]), max(x[i+3], y[i+3])
	}
}

func (o *column) maxOne(x *column, k float64) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = max(x[i], k), max(x[i+1], k), max(x[i+2], k), max(x[i+3], k)
	}
}

// addThree adds three columns, the first two first.
func (o *column) addThree(x, y, z *column) {
	for i := 0; i <= blockSize-4; i += 4 {
		o[i], o[i+1], o[i+2], o[i+3] = x[i]+y[i]+z[i], x[i+1]+y[i+1]+z[i+1], x[i+2]+y[i+2]+z[i+2], x[i+3]+y[i+3]+z[i+3]
	}
}
