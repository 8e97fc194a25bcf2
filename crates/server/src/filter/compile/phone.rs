//! Comparisons of phone numbers, which are stored as `+` and digits.

use super::clause::{Clause, Compare, Table};
use super::resolve::{leaf, one_of};
use super::text::texts;
use crate::filter::ast::{Condition, Op};
use crate::filter::phone::wanted;
use crate::kernel::phone::Region;

/// The positive side of a condition on the customer's number.
pub(super) fn phone(condition: &Condition, region: Option<Region>) -> Clause {
    let wanted = wanted(&condition.value, region);
    let beginning = match condition.op {
        Op::Contains | Op::NotContains => "%",
        Op::StartsWith => "+",
        _ => {
            let whole = wanted.into_iter().flat_map(|wanted| wanted.whole);
            return one_of(Table::Customers, "@.phone", texts(whole.collect()));
        }
    };
    let patterns = wanted.into_iter().flat_map(|wanted| {
        let dialled = wanted.dialled.map(|dialled| format!("{dialled}%"));
        let digits = format!("{beginning}{}%", wanted.digits);
        std::iter::once(digits).chain(dialled)
    });
    Clause::any(patterns.map(|pattern| {
        let compare = Compare::Like("@.phone", pattern);
        leaf(Table::Customers, vec![compare], None)
    }))
}
