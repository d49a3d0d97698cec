//! Affine maps, as PDF writes them: `[a b c d e f]`, points are rows.

use hayro_syntax::object::{Array, Stream};

#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix(pub [f64; 6]);

impl Matrix {
    pub(super) const IDENTITY: Matrix = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    pub(super) fn translation(x: f64, y: f64) -> Matrix {
        Matrix([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// The map that a form says it is drawn through.
    pub(super) fn of_form(form: &Stream) -> Option<Matrix> {
        let numbers: Vec<f64> = form
            .dict()
            .get::<Array>("Matrix")?
            .iter::<f32>()
            .map(f64::from)
            .collect();
        Some(Matrix(numbers.try_into().ok()?))
    }

    /// Where it takes a point.
    pub(super) fn apply(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// This map, then `next`.
    pub(super) fn then(self, next: Matrix) -> Matrix {
        let ([a, b, c, d, e, f], [na, nb, nc, nd, ne, nf]) = (self.0, next.0);
        Matrix([
            a * na + b * nc,
            a * nb + b * nd,
            c * na + d * nc,
            c * nb + d * nd,
            e * na + f * nc + ne,
            e * nb + f * nd + nf,
        ])
    }
}
