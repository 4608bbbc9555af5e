package main

import "math"

// example is a row of features with its wanted probability and its weight.
type example struct {
	x      []float64
	wanted float64
	weight float64
}

// regress fits a logistic regression with an L2 penalty on the standardised
// features, by Newton's method. It returns the weights of the features as they
// stand, the constant first.
func regress(examples []example, penalty float64) []float64 {
	n := len(examples[0].x)
	mean, scale := moments(examples)
	w := make([]float64, n+1)
	z := make([]float64, n+1)
	for range 50 {
		grad := make([]float64, n+1)
		hess := make([][]float64, n+1)
		for i := range hess {
			hess[i] = make([]float64, n+1)
			if i > 0 {
				grad[i] = penalty * w[i]
				hess[i][i] = penalty
			}
		}
		for _, e := range examples {
			z[0] = 1
			sum := w[0]
			for i, v := range e.x {
				z[i+1] = (v - mean[i]) / scale[i]
				sum += w[i+1] * z[i+1]
			}
			p := 1 / (1 + math.Exp(-sum))
			d, h := e.weight*(p-e.wanted), e.weight*max(p*(1-p), 1e-9)
			for i, zi := range z {
				grad[i] += d * zi
				for j := 0; j <= i; j++ {
					hess[i][j] += h * zi * z[j]
				}
			}
		}
		step := solve(hess, grad)
		most := 0.0
		for i := range w {
			w[i] -= step[i]
			most = max(most, math.Abs(step[i]))
		}
		if most < 1e-9 {
			break
		}
	}
	out := make([]float64, n+1)
	out[0] = w[0]
	for i := range n {
		out[i+1] = w[i+1] / scale[i]
		out[0] -= out[i+1] * mean[i]
	}
	return out
}

// moments returns the mean and the standard deviation of every feature.
func moments(examples []example) (mean, scale []float64) {
	n := len(examples[0].x)
	mean, scale = make([]float64, n), make([]float64, n)
	for _, e := range examples {
		for i, v := range e.x {
			mean[i] += v
		}
	}
	for i := range mean {
		mean[i] /= float64(len(examples))
	}
	for _, e := range examples {
		for i, v := range e.x {
			scale[i] += (v - mean[i]) * (v - mean[i])
		}
	}
	for i := range scale {
		scale[i] = math.Sqrt(scale[i] / float64(len(examples)))
		if scale[i] < 1e-9 {
			scale[i] = 1
		}
	}
	return mean, scale
}

// solve returns x of m·x = v for a symmetric positive definite m, of which the
// lower triangle is given, by Cholesky decomposition. It overwrites m.
func solve(m [][]float64, v []float64) []float64 {
	n := len(v)
	for i := range n {
		for j := 0; j <= i; j++ {
			sum := m[i][j]
			for k := range j {
				sum -= m[i][k] * m[j][k]
			}
			if i == j {
				m[i][i] = math.Sqrt(max(sum, 1e-12))
			} else {
				m[i][j] = sum / m[j][j]
			}
		}
	}
	x := append([]float64(nil), v...)
	for i := range n {
		for k := range i {
			x[i] -= m[i][k] * x[k]
		}
		x[i] /= m[i][i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			x[i] -= m[k][i] * x[k]
		}
		x[i] /= m[i][i]
	}
	return x
}
