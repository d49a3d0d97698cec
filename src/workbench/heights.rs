//! Where each row of a long list stands, without laying all of them out.

/// Row tops in pixels as f64 (f32 loses whole pixels beyond 16 million). Heights begin as estimates and
/// become exact when a row is first shown.
#[derive(Debug, Default)]
pub(crate) struct Heights {
    heights: Vec<f32>,
    exact: Vec<bool>,
    tops: Vec<f64>,
}

impl Heights {
    pub(crate) fn estimated(estimates: impl Iterator<Item = f32>) -> Heights {
        let heights: Vec<f32> = estimates.collect();
        let mut rows = Heights {
            exact: vec![false; heights.len()],
            heights,
            tops: vec![0.0],
        };
        rows.settle(0);
        rows
    }

    /// Forgets the rows `at..at + removed` and takes `estimates` in their place.
    pub(crate) fn splice(&mut self, at: usize, removed: usize, estimates: &[f32]) {
        self.heights
            .splice(at..at + removed, estimates.iter().copied());
        self.exact
            .splice(at..at + removed, estimates.iter().map(|_| false));
        self.settle(at);
    }

    /// The row's height must be measured again.
    pub(crate) fn forget(&mut self, row: usize) {
        if let Some(exact) = self.exact.get_mut(row) {
            *exact = false;
        }
    }

    /// Every row must be measured again when it is shown.
    pub(crate) fn forget_all(&mut self) {
        self.exact.fill(false);
    }

    pub(crate) fn len(&self) -> usize {
        self.heights.len()
    }

    pub(crate) fn total(&self) -> f64 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// Where a row begins; beyond the last, where that ends.
    pub(crate) fn top(&self, row: usize) -> f64 {
        self.tops.get(row).copied().unwrap_or(self.total())
    }

    /// 0 of a row that is not there.
    pub(crate) fn height(&self, row: usize) -> f32 {
        self.heights.get(row).copied().unwrap_or_default()
    }

    /// The row at `y`, or the nearest.
    pub(crate) fn row_at(&self, y: f64) -> usize {
        let above = self.tops.partition_point(|&top| top <= y);
        above.saturating_sub(1).min(self.len().saturating_sub(1))
    }

    /// Measures the rows that show between `from` and `to` and returns them as a range.
    pub(crate) fn show(
        &mut self,
        from: f64,
        to: f64,
        mut measure: impl FnMut(usize) -> f32,
    ) -> std::ops::Range<usize> {
        let first = self
            .tops
            .partition_point(|&top| top <= from)
            .saturating_sub(1)
            .min(self.len());
        let mut y = self.top(first);
        let mut row = first;
        let mut changed = None;
        let known = self.heights.iter_mut().zip(&mut self.exact);
        for (height, exact) in known.skip(first) {
            if y >= to {
                break;
            }
            if !std::mem::replace(exact, true) {
                let before = std::mem::replace(height, measure(row));
                if before != *height {
                    changed.get_or_insert(row);
                }
            }
            y += f64::from(*height);
            row += 1;
        }
        if let Some(changed) = changed {
            self.settle(changed);
        }
        first..row
    }

    fn settle(&mut self, from: usize) {
        self.tops.resize(self.len() + 1, 0.0);
        let mut y = self.top(from);
        let below = self.tops.iter_mut().skip(from + 1);
        for (top, height) in below.zip(self.heights.iter().skip(from)) {
            y += f64::from(*height);
            *top = y;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_become_exact_when_shown_and_follow_a_splice() {
        let mut rows = Heights::estimated([10.0; 100].into_iter());
        assert_eq!(rows.show(0.0, 25.0, |_| 20.0), 0..2);
        assert_eq!(rows.top(2), 40.0);
        rows.splice(1, 1, &[5.0, 5.0]);
        assert_eq!((rows.len(), rows.top(3)), (101, 30.0));
        assert_eq!(rows.show(1000.0, 1010.0, |_| 10.0), 100..101);
    }
}
