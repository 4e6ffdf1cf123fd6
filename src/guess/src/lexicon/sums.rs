//! The weights of the statistical model, added up.

use super::format::{ALL_CONTEXTS, LETTER_CONTEXTS, TABLES, Table, WEIGHTS};

/// For every context the running sums of its choices' weights, one number more than there are choices each.
pub(super) struct Sums {
    sums: Vec<u16>,
    /// Where those of each context begin.
    starts: Vec<u32>,
}

impl Sums {
    /// Reads the weights at the start of `data`, and tells how many bytes they are.
    pub(super) fn read(data: &[u8]) -> (Self, usize) {
        let (has_weights, weights) = data.split_at(ALL_CONTEXTS.div_ceil(8).min(data.len()));
        let (mut sums, mut starts) = (Vec::new(), Vec::with_capacity(ALL_CONTEXTS));
        let mut read = 0;
        for table in TABLES {
            let first = starts.len();
            for context in 0..table.contexts {
                let number = starts.len();
                if has_weights.get(number / 8).is_none_or(|byte| byte >> (number % 8) & 1 == 0) {
                    // That of all languages together; where no word has the two letters, that of a first letter.
                    starts.push(starts.get(first + context % LETTER_CONTEXTS).copied().unwrap_or(0));
                    continue;
                }
                starts.push(sums.len() as u32);
                let mut sum = 0_u16;
                sums.push(sum);
                sums.extend((read..read + table.choices).map(|at| {
                    let pair = weights.get(at / 2).unwrap_or(&0);
                    sum += WEIGHTS[usize::from(pair >> (at % 2 * 4) & 15)];
                    sum
                }));
                read += table.choices;
            }
        }
        // A context that nothing was written in has to have sums as well.
        let most = TABLES.iter().map(|table| table.choices).max().unwrap_or(0);
        sums.extend(std::iter::repeat_n(0, most));
        (Self { sums, starts }, has_weights.len() + read.div_ceil(2))
    }

    /// The running sums of one context, from 0 to the total.
    pub(super) fn of(&self, table: Table, context: usize) -> &[u16] {
        let start = self.starts[table.contexts_before + context] as usize;
        &self.sums[start..=start + table.choices]
    }
}
