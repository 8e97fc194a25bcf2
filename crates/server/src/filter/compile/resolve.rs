//! From conditions to clauses: which columns hold a field, and what its values are there.

use jiff::civil::{Date, date};

use super::clause::{Clause, Compare, Index, Leaf, Table};
use super::numbers::{floats, integers};
use super::phone::phone;
use super::text::{compares, containing, folded, indexed_compares, texts};
use super::{INDEXED_CHARS, MINOR_UNITS, TagIds};
use crate::db::Arg;
use crate::filter::ast::{Condition, Filter, Op, Scalar, Value};
use crate::filter::field::{CustomerColumn, Kind, Source};
use crate::filter::when::{Context, Interval, days, instants};
use crate::kernel::clock::DAY;
use crate::kernel::needles::needles;

/// What translates conditions.
pub(super) struct Resolver<'a> {
    pub(super) context: &'a Context,
    pub(super) tags: &'a TagIds,
}

impl Resolver<'_> {
    pub(super) fn filter(&self, filter: &Filter) -> Clause {
        match filter {
            Filter::And(parts) => Clause::all(parts.iter().map(|part| self.filter(part))),
            Filter::Or(parts) => Clause::any(parts.iter().map(|part| self.filter(part))),
            Filter::Not(part) => self.filter(part).negate(),
            Filter::Words(words) => search(words),
            Filter::Cond(condition) => self.condition(condition),
        }
    }

    /// Negative operators are the opposite of their positive ones.
    fn condition(&self, condition: &Condition) -> Clause {
        let positive = match condition.op {
            Op::IsSet | Op::IsNotSet => self.is_set(condition),
            _ => self.holds(condition),
        };
        match condition.op {
            Op::Ne | Op::NotContains | Op::NotWithinLast | Op::HasNone | Op::IsNotSet => {
                positive.negate()
            }
            _ => positive,
        }
    }

    fn holds(&self, condition: &Condition) -> Clause {
        match &condition.field.source {
            Source::Column(column) => self.column(*column, condition),
            Source::Tags => self.tags(condition),
            Source::Channel => one_of(Table::Contacts, "@.channel", words(&condition.value)),
            Source::Account => {
                let ids = self.ids(&condition.value);
                Clause::any([
                    one_of(Table::Conversations, "@.account_id", ids.clone()),
                    one_of(Table::Contacts, "@.account_id", ids),
                ])
            }
            Source::Window => self.window(condition),
            Source::Attribute { id, .. } => self.attribute(*id, condition),
        }
    }

    fn is_set(&self, condition: &Condition) -> Clause {
        let exists = |table, compares| leaf(table, compares, None);
        match &condition.field.source {
            Source::Column(column) => column_is_set(*column),
            Source::Tags => exists(Table::Tags, Vec::new()),
            Source::Channel => exists(Table::Contacts, Vec::new()),
            Source::Account => Clause::any([
                exists(Table::Conversations, Vec::new()),
                exists(
                    Table::Contacts,
                    vec![Compare::Is("@.account_id IS NOT NULL")],
                ),
            ]),
            Source::Window => Clause::everybody(),
            Source::Attribute { id, .. } => {
                let index = match condition.field.kind {
                    Kind::Text => Some("@.text_value IS NOT NULL"),
                    Kind::DateTime => Some("@.instant_value IS NOT NULL"),
                    Kind::Json => None,
                    _ => Some("@.number_value IS NOT NULL"),
                };
                let index = index.map(|present| Index::Also(vec![Compare::Is(present)]));
                leaf(Table::Attributes, vec![attribute_is(*id)], index)
            }
        }
    }

    fn column(&self, column: CustomerColumn, condition: &Condition) -> Clause {
        use CustomerColumn as C;
        use Table::{Contacts, Customers, Stats};
        match column {
            C::Id => one_of_indexed(Customers, "@.id", self.ids(&condition.value)),
            C::Owner => one_of_indexed(Customers, "@.owner_id", self.ids(&condition.value)),
            C::Stage => one_of_indexed(Customers, "@.stage", words(&condition.value)),
            C::Source => one_of(Customers, "@.source", words(&condition.value)),
            C::Status => status(&condition.value),
            C::Blocked => flag("@.blocked", &condition.value),
            C::OptedOut => flag("@.opted_out", &condition.value),
            C::PossibleDuplicate => flag("@.duplicate_flag", &condition.value),
            C::Name => folded_column(Customers, "@.name_key", true, condition),
            C::Email => folded_column(Customers, "@.email_key", true, condition),
            C::City => folded_column(Customers, "@.city_key", true, condition),
            C::Username => folded_column(Contacts, "@.username_key", false, condition),
            C::ProfileName => folded_column(Contacts, "@.profile_name_key", false, condition),
            C::Phone => phone(condition, self.context.region),
            C::Language => plain_column("lower(@.language)", condition),
            C::Country => country(condition),
            C::CreatedAt => self.instant(Customers, "@.created_at", condition, Known::Itself),
            C::UpdatedAt => self.instant(Customers, "@.updated_at", condition, Known::Nothing),
            C::FirstInboundAt => {
                self.instant(Stats, "@.first_inbound_at", condition, Known::Nothing)
            }
            // Nobody wrote or was written to after their latest message.
            C::LastInboundAt => self.instant(Stats, "@.last_inbound_at", condition, Known::Latest),
            C::FirstOutboundAt => {
                self.instant(Stats, "@.first_outbound_at", condition, Known::Nothing)
            }
            C::LastOutboundAt => {
                self.instant(Stats, "@.last_outbound_at", condition, Known::Latest)
            }
            C::FirstMessageAt => {
                self.instant(Stats, "@.first_message_at", condition, Known::Nothing)
            }
            C::LastMessageAt => self.instant(Stats, LATEST, condition, Known::Itself),
            C::ConversationsCount => count("@.conversations_count", None, 1, condition),
            C::MessagesCount => count("(@.inbound_count + @.outbound_count)", None, 1, condition),
            C::InboundCount => count("@.inbound_count", None, 1, condition),
            C::OutboundCount => count("@.outbound_count", None, 1, condition),
            C::OrdersCount => count("@.orders_count", Some("@.orders_count > 0"), 1, condition),
            C::Spent => count("@.spent", Some("@.spent > 0"), MINOR_UNITS, condition),
            C::Csat => leaf(
                Stats,
                floats(CSAT, condition.op, &condition.value, float),
                None,
            ),
        }
    }

    fn tags(&self, condition: &Condition) -> Clause {
        let names = folded(&condition.value);
        let tag = |id: i64| {
            let compare = Compare::Op("@.tag_id", "=", id.into());
            leaf(Table::Tags, vec![compare], Some(Index::Also(Vec::new())))
        };
        let ids = names.iter().map(|name| self.tags.get(name).copied());
        if condition.op == Op::HasAll {
            return Clause::all(ids.map(|id| id.map_or_else(Clause::nobody, tag)));
        }
        let mut ids: Vec<i64> = ids.flatten().collect();
        ids.sort_unstable();
        ids.dedup();
        match ids.as_slice() {
            [] => Clause::nobody(),
            [id] => tag(*id),
            _ => one_of_indexed(
                Table::Tags,
                "@.tag_id",
                ids.into_iter().map(Arg::Int).collect(),
            ),
        }
    }

    /// A window is open until 24 hours after the latest inbound message; then it is closed.
    fn window(&self, condition: &Condition) -> Clause {
        let since = self.context.now_micros.saturating_sub(DAY);
        let after = |expression| Compare::Op(expression, ">", since.into());
        let open = leaf(
            Table::Stats,
            // What history has opened no window.
            vec![
                after("@.last_inbound_at"),
                Compare::Is("@.last_inbound_at > COALESCE(@.past_inbound_at, 0)"),
            ],
            Some(Index::Wider(vec![after(LATEST)])),
        );
        match condition.value {
            Value::One(Scalar::Bool(false)) => open.negate(),
            _ => open,
        }
    }

    fn instant(
        &self,
        table: Table,
        expression: &'static str,
        condition: &Condition,
        known: Known,
    ) -> Clause {
        let Some(interval) = instants(condition, self.context) else {
            return Clause::nobody();
        };
        let index = match (known, interval.from) {
            (Known::Itself, _) => Some(Index::Also(Vec::new())),
            (Known::Latest, Some(from)) => {
                Some(Index::Wider(vec![Compare::Op(LATEST, ">=", from.into())]))
            }
            (Known::Latest, None) | (Known::Nothing, _) => None,
        };
        leaf(table, between(expression, interval, Arg::Int), index)
    }

    fn attribute(&self, id: i64, condition: &Condition) -> Clause {
        let Condition { field, op, value } = condition;
        let mut tests = vec![attribute_is(id)];
        let also = |compares| Some(Index::Also(compares));
        let index = match field.kind {
            Kind::Text => {
                let keys = folded(value);
                let Some(mut known) = indexed_compares(INDEXED, *op, &keys) else {
                    tests.extend(compares("@.text_value", true, *op, keys));
                    return leaf(Table::Attributes, tests, None);
                };
                known.push(Compare::Is("@.text_value IS NOT NULL"));
                if keys.iter().all(|key| key.chars().count() < INDEXED_CHARS) {
                    tests.extend(known);
                    return leaf(Table::Attributes, tests, also(Vec::new()));
                }
                known.insert(0, attribute_is(id));
                tests.extend(compares("@.text_value", true, *op, keys));
                Some(Index::Wider(known))
            }
            Kind::DateTime => {
                let Some(interval) = instants(condition, self.context) else {
                    return Clause::nobody();
                };
                tests.extend(between("@.instant_value", interval, Arg::Int));
                also(Vec::new())
            }
            Kind::Date => {
                let Some(interval) = days(condition, self.context) else {
                    return Clause::nobody();
                };
                let number = |day| Arg::Real(day_number(day));
                tests.extend(between("@.number_value", interval, number));
                also(Vec::new())
            }
            _ => {
                tests.extend(floats("@.number_value", *op, value, float));
                also(Vec::new())
            }
        };
        leaf(Table::Attributes, tests, index)
    }

    /// Ids; `me` is whoever asks, and nobody when nobody does.
    fn ids(&self, value: &Value) -> Vec<Arg> {
        let id = |value: &Scalar| match value {
            Scalar::Id(id) => Some(*id),
            Scalar::Me => self.context.me,
            _ => None,
        };
        let ids: Vec<i64> = match value {
            Value::One(value) => id(value).into_iter().collect(),
            Value::List(values) => values.iter().filter_map(id).collect(),
            Value::Nothing | Value::Range(..) | Value::Last(_) => Vec::new(),
        };
        ids.into_iter().map(Arg::Int).collect()
    }
}

/// What an index knows of an instant.
enum Known {
    Nothing,
    Itself,
    /// That the latest message is no earlier.
    Latest,
}

const LATEST: &str = "@.last_message_at";
const INDEXED: &str = "substr(@.text_value, 1, 200)";
const CSAT: &str =
    "CASE WHEN @.csat_count > 0 THEN CAST(@.csat_sum AS DOUBLE PRECISION) / @.csat_count END";

pub(super) fn leaf(table: Table, compares: Vec<Compare>, index: Option<Index>) -> Clause {
    Clause::Leaf(Leaf {
        table,
        compares,
        index,
    })
}

pub(super) fn one_of(table: Table, expression: &'static str, mut values: Vec<Arg>) -> Clause {
    match values.len() {
        0 => Clause::nobody(),
        1 => leaf(
            table,
            vec![Compare::Op(expression, "=", values.remove(0))],
            None,
        ),
        _ => leaf(table, vec![Compare::In(expression, values)], None),
    }
}

fn one_of_indexed(table: Table, expression: &'static str, values: Vec<Arg>) -> Clause {
    match one_of(table, expression, values) {
        Clause::Leaf(leaf) => Clause::Leaf(Leaf {
            index: Some(Index::Also(Vec::new())),
            ..leaf
        }),
        clause => clause,
    }
}

/// The words of an enumeration.
fn words(value: &Value) -> Vec<Arg> {
    let word = |value: &Scalar| match value {
        Scalar::Text(word) => Some(Arg::from(word)),
        _ => None,
    };
    match value {
        Value::One(value) => word(value).into_iter().collect(),
        Value::List(values) => values.iter().filter_map(word).collect(),
        Value::Nothing | Value::Range(..) | Value::Last(_) => Vec::new(),
    }
}

fn flag(expression: &'static str, value: &Value) -> Clause {
    let raised = leaf(
        Table::Customers,
        vec![Compare::Is(expression)],
        Some(Index::Also(Vec::new())),
    );
    match value {
        Value::One(Scalar::Bool(false)) => raised.negate(),
        _ => raised,
    }
}

fn status(value: &Value) -> Clause {
    let named = words(value);
    let blocked = flag("@.blocked", &Value::One(Scalar::Bool(true)));
    Clause::any(named.into_iter().map(|word| match word {
        Arg::Text(word) if word == "blocked" => blocked.clone(),
        _ => blocked.clone().negate(),
    }))
}

fn folded_column(
    table: Table,
    expression: &'static str,
    indexed: bool,
    condition: &Condition,
) -> Clause {
    let has_index = indexed && !matches!(condition.op, Op::Contains | Op::NotContains);
    let index = has_index.then(|| Index::Also(Vec::new()));
    let keys = folded(&condition.value);
    leaf(table, compares(expression, true, condition.op, keys), index)
}

/// Text of ASCII, which the database does not sort by character.
fn plain_column(expression: &'static str, condition: &Condition) -> Clause {
    let keys = folded(&condition.value);
    leaf(
        Table::Customers,
        compares(expression, false, condition.op, keys),
        None,
    )
}

/// Countries are stored in capitals.
fn country(condition: &Condition) -> Clause {
    match condition.op {
        Op::Contains | Op::NotContains | Op::StartsWith => {
            plain_column("lower(@.country)", condition)
        }
        _ => {
            let keys = folded(&condition.value);
            let codes = keys.iter().map(|key| key.to_ascii_uppercase()).collect();
            one_of_indexed(Table::Customers, "@.country", texts(codes))
        }
    }
}

fn count(
    expression: &'static str,
    indexed_above_zero: Option<&'static str>,
    unit: i64,
    condition: &Condition,
) -> Clause {
    let Some((from, until)) = integers(condition.op, &condition.value, unit) else {
        return Clause::nobody();
    };
    if (from, until) == (None, None) {
        return Clause::everybody();
    }
    let index = indexed_above_zero
        .filter(|_| from.is_some_and(|from| from > 0))
        .map(|above_zero| Index::Also(vec![Compare::Is(above_zero)]));
    let interval = Interval {
        from,
        until,
        negated: false,
    };
    leaf(Table::Stats, between(expression, interval, Arg::Int), index)
}

fn between<T>(
    expression: &'static str,
    interval: Interval<T>,
    arg: impl Fn(T) -> Arg,
) -> Vec<Compare> {
    let from = interval
        .from
        .map(|from| Compare::Op(expression, ">=", arg(from)));
    let until = interval
        .until
        .map(|until| Compare::Op(expression, "<", arg(until)));
    from.into_iter().chain(until).collect()
}

fn attribute_is(id: i64) -> Compare {
    Compare::Op("@.attribute_id", "=", id.into())
}

/// How `attribute_values` holds numbers, truth, days and times of day.
fn float(value: &Scalar) -> f64 {
    match value {
        Scalar::Number(number) => number.as_f64(),
        Scalar::Bool(value) => f64::from(u8::from(*value)),
        Scalar::Date(day) => day_number(*day),
        Scalar::Time(time) => {
            let seconds = i64::from(time.hour()) * 3_600
                + i64::from(time.minute()) * 60
                + i64::from(time.second());
            seconds as f64 * 1e6
        }
        other => unreachable!("{other:?} is no number"),
    }
}

fn day_number(day: Date) -> f64 {
    f64::from((day - date(1970, 1, 1)).get_days())
}

fn column_is_set(column: CustomerColumn) -> Clause {
    use CustomerColumn as C;
    let present =
        |table, expression: &'static str| leaf(table, vec![Compare::Is(expression)], None);
    let indexed = |expression: &'static str| {
        leaf(
            Table::Customers,
            vec![Compare::Is(expression)],
            Some(Index::Also(Vec::new())),
        )
    };
    use Table::{Contacts, Customers, Stats};
    match column {
        C::Name => present(Customers, "@.name_key IS NOT NULL"),
        C::Email => indexed("@.email_key IS NOT NULL"),
        C::City => indexed("@.city_key IS NOT NULL"),
        C::Owner => indexed("@.owner_id IS NOT NULL"),
        C::Phone => present(Customers, "@.phone IS NOT NULL"),
        C::Country => present(Customers, "@.country IS NOT NULL"),
        C::Language => present(Customers, "@.language IS NOT NULL"),
        C::Username => present(Contacts, "@.username_key IS NOT NULL"),
        C::ProfileName => present(Contacts, "@.profile_name_key IS NOT NULL"),
        C::FirstInboundAt => present(Stats, "@.first_inbound_at IS NOT NULL"),
        C::LastInboundAt => present(Stats, "@.last_inbound_at IS NOT NULL"),
        C::FirstOutboundAt => present(Stats, "@.first_outbound_at IS NOT NULL"),
        C::LastOutboundAt => present(Stats, "@.last_outbound_at IS NOT NULL"),
        C::FirstMessageAt => present(Stats, "@.first_message_at IS NOT NULL"),
        C::LastMessageAt => leaf(
            Stats,
            vec![Compare::Is("@.last_message_at IS NOT NULL")],
            Some(Index::Also(Vec::new())),
        ),
        C::Csat => present(Stats, "@.csat_count > 0"),
        C::Id
        | C::Stage
        | C::Status
        | C::Blocked
        | C::OptedOut
        | C::Source
        | C::PossibleDuplicate
        | C::CreatedAt
        | C::UpdatedAt
        | C::ConversationsCount
        | C::MessagesCount
        | C::InboundCount
        | C::OutboundCount
        | C::OrdersCount
        | C::Spent => Clause::everybody(),
    }
}

/// All words are contained in the customer's folded text.
fn search(words: &str) -> Clause {
    let needles = needles(words);
    if needles.is_empty() {
        return Clause::everybody();
    }
    let compares = needles
        .iter()
        .map(|needle| Compare::Like("@.text", containing(needle)))
        .collect();
    // Shorter ones have no trigram.
    let phrases: Vec<String> = needles
        .iter()
        .filter(|needle| needle.chars().count() >= 3)
        .map(|needle| format!("\"{}\"", needle.replace('"', "\"\"")))
        .collect();
    let index = (!phrases.is_empty()).then(|| Index::Trigrams(phrases.join(" AND ")));
    leaf(Table::Search, compares, index)
}
