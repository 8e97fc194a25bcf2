//! The filter language: one way to say which customers are meant, for lists, segments, campaigns, exports,
//! flow conditions and the API.
//!
//! It has two forms that say exactly the same. JSON is canonical ([`parse_json`], [`print_json`]):
//!
//! ```json
//! {"and": [{"field": "tags", "op": "has_any", "value": ["vip"]},
//!          {"or": [{"field": "orders_count", "op": "gte", "value": 5},
//!                  {"not": {"field": "last_inbound_at", "op": "within_last", "value": "30d"}}]},
//!          {"search": "ahmed"}]}
//! ```
//!
//! The text form is for people ([`parse_text`], [`print_text`]):
//! `tag:vip (orders>=5 OR -last_inbound<30d) ahmed`.
//!
//! | text | meaning | JSON operator |
//! |---|---|---|
//! | `ahmed 050` | both words occur in name, phone or email | `search` |
//! | `a b`, `a AND b`, `a OR b`, `-a`, `NOT a`, `(…)` | and, and, or, not, not, grouping | |
//! | `phone:050…`, `phone~"050 123"`, `phone:+9665*` | that number, with these digits in any grouping, beginning with them | `eq` `contains` `starts_with` |
//! | `city:Riyadh`, `city!=Riyadh`, `city:Riyadh,Jeddah` | equal, not equal, any of | `eq` `ne` `in` |
//! | `name~ahm`, `name!~ahm`, `name:ahm*` | contains, does not, starts with | `contains` `not_contains` `starts_with` |
//! | `orders:5`, `orders>5`, `orders<=5`, `orders:5..10` | numbers and times of day | `eq` `gt` `lte` `between` |
//! | `created:2026-01-31`, `created=…`, `created:a..b` | that day, between days | `on` `eq` `between` |
//! | `created:before:2026-01-31`, `created:after:…` | before and after that day | `before` `after` |
//! | `last_inbound<30d`, `last_inbound>30d` | within the last 30 days, not within | `within_last` `not_within_last` |
//! | `tag:a,b`, `tag:a+b`, `tag!=a,b` | any, all, none of these tags | `has_any` `has_all` `has_none` |
//! | `blocked:yes`, `window:open` | yes/no, true/false, open/closed | `is` |
//! | `owner:12`, `owner:me` | a member's number, the member who asks | `eq` |
//! | `email:*`, `-email:*` | has a value, has none | `is_set` `is_not_set` |
//!
//! Words without AND between them are one search: `966 4567` is a part of one number, `966 AND 4567` two.
//! `city` and `country` are where the customer lives (`location.city`), unless the workspace has an attribute
//! of that key: then they are the attribute.
//!
//! Text in quotes is taken as it is (`tag:"big spender"`, `\"` for a quote); the Arabic comma separates like
//! the Latin one, and numbers may have Arabic digits. Periods count hours, days, weeks, months or years: `12h`,
//! `30d`, `2w`, `6mo`, `1y`.
//!
//! What always holds:
//! - Parsing checks: fields exist in the workspace's [`Catalogue`], operators and values fit their kind. A
//!   [`FilterError`] names the place and the way out.
//! - Printing and reading back is the identity, in both forms.
//! - `ne`, `not_…`, `has_none` and `-` hold for customers without a value; the others never do.
//! - A day is the day in the workspace's time zone. `gt` and `after` a day begin when it is over, `gte` when
//!   it begins; `lt` and `before` end when it begins, `lte` when it is over.
//! - [`matches()`] is the meaning of a filter; [`explain()`] tells it by part. [`compile`] says the same in SQL,
//!   and is the only part that knows there is a database.
//! - Input is bounded (16 levels, 200 conditions, 10,000 characters of text form, lists of 500, values of
//!   1,000 characters), so that hostile filters are refused before they cost anything.

mod ast;
mod check;
pub mod compile;
mod error;
mod eval;
mod explain;
mod facts;
mod field;
mod json;
mod lexer;
mod literal;
mod phone;
mod text;
mod text_print;
mod when;

#[cfg(test)]
pub(crate) mod tests;

pub use ast::{Condition, Filter, Number, Op, Period, Scalar, Unit, Value};
pub use error::{ErrorCode, FilterError, Position};
pub use eval::matches;
pub use explain::{Explanation, Part, explain};
pub use facts::{Fact, Facts};
pub use field::{AttributeField, Catalogue, CustomerColumn, Field, Kind, Source};
pub use json::{parse_json, print_json};
pub use text::parse_text;
pub use text_print::print_text;
pub use when::{Context, Interval, days, instants};
