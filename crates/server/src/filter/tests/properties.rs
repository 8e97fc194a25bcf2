//! What holds for every filter and every input.

use std::sync::Arc;

use jiff::civil::{Date, Time};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, json};

use super::super::ast::{Condition, Shape};
use super::super::check;
use super::*;

/// Texts that are hard to quote, to sort or to compare.
pub(crate) const AWKWARD: &[&str] = &[
    "Riyadh",
    "الرياض",
    "vip, gold",
    "a:b",
    "\"",
    "big \"spender\"",
    "O'Neil",
    "عميل، مهم",
    "-x",
    "a*",
    "*",
    "OR",
    "NOT",
    "🌹 rose",
    "50%",
    "\\",
    "\\\"",
    "a..b",
    "before:2026-01-01",
    "x+y",
    "\u{200F}vip",
    " padded ",
    "line\nbreak",
    "(group)",
    "a!=b",
    "me",
    "yes",
    "٥",
    "050 1",
    "+9665",
    "00966 50",
    "e\u{301}",
];

fn any_text() -> impl Strategy<Value = String> {
    let beginning = (select(AWKWARD), 1usize..6)
        .prop_map(|(text, count)| text.chars().take(count).collect::<String>());
    prop_oneof![
        select(AWKWARD).prop_map(str::to_owned),
        beginning,
        "\\PC{1,12}",
        any::<String>()
    ]
    .prop_filter("has letters to compare", |text| {
        !text.contains('\0') && !crate::kernel::text::fold(text).is_empty()
    })
}

fn any_scalar(kind: Kind) -> BoxedStrategy<Scalar> {
    let id = prop_oneof![1..9i64, 1..70i64, 1..i64::MAX].prop_map(Scalar::Id);
    match kind {
        Kind::Text | Kind::Tags => any_text().prop_map(Scalar::Text).boxed(),
        Kind::Number => prop_oneof![
            any::<i64>().prop_map(Number::Int),
            (-20i64..20).prop_map(Number::Int),
            any::<f64>().prop_filter_map("finite", Number::from_f64),
            (-9999i64..9999).prop_filter_map("cents", |n| Number::from_f64(n as f64 / 100.0)),
        ]
        .prop_map(Scalar::Number)
        .boxed(),
        Kind::Bool => any::<bool>().prop_map(Scalar::Bool).boxed(),
        Kind::Date => any_date().prop_map(Scalar::Date).boxed(),
        Kind::DateTime => {
            let near = micros("2026-11-01T00:00:00Z")..micros("2026-12-01T00:00:00Z");
            let far = micros("0001-01-01T00:00:00Z")..micros("9998-01-01T00:00:00Z");
            prop_oneof![
                any_date().prop_map(Scalar::Date),
                near.prop_map(Scalar::Instant),
                far.prop_map(Scalar::Instant)
            ]
            .boxed()
        }
        Kind::Time => (0i8..24, 0i8..60, prop_oneof![Just(0i8), 0i8..60])
            .prop_map(|(hour, minute, second)| {
                Scalar::Time(Time::constant(hour, minute, second, 0))
            })
            .boxed(),
        Kind::Enum(choices) => select(choices)
            .prop_map(|choice| Scalar::Text(choice.to_owned()))
            .boxed(),
        Kind::Member => prop_oneof![id, Just(Scalar::Me), Just(Scalar::Id(7))].boxed(),
        Kind::Id | Kind::Account => id.boxed(),
        Kind::Json => unreachable!("no operator compares JSON"),
    }
}

fn any_date() -> impl Strategy<Value = Date> {
    let dates = prop_oneof![(2026i16..2027, 11i8..12), (1i16..9999, 1i8..13)];
    (dates, 1i8..29).prop_map(|((year, month), day)| Date::constant(year, month, day))
}

fn any_condition() -> impl Strategy<Value = Filter> {
    let fields: Vec<Arc<Field>> = catalogue().fields().cloned().collect();
    select(fields)
        .prop_flat_map(|field| {
            let operators = field.kind.operators();
            (Just(field), select(operators))
        })
        .prop_flat_map(|(field, op)| {
            any_value(field.kind, op).prop_filter_map("a valid condition", move |value| {
                let condition = match (op.shape(), value) {
                    (Shape::One, Value::One(value)) => check::one(&field, op, value).ok()?,
                    (Shape::Range, Value::Range(a, b)) => {
                        check::range(&field, a.clone(), b.clone())
                            .or_else(|_| check::range(&field, b, a))
                            .ok()?
                    }
                    (Shape::Period, Value::Last(period)) => {
                        let text = super::super::literal::period_to_text(period);
                        Condition::new(
                            field.clone(),
                            op,
                            Value::Last(check::period(&field, &text).ok()?),
                        )
                    }
                    (_, value) => Condition::new(field.clone(), op, value),
                };
                Some(Filter::Cond(condition))
            })
        })
}

fn any_value(kind: Kind, op: Op) -> BoxedStrategy<Value> {
    match op.shape() {
        Shape::Nothing => Just(Value::Nothing).boxed(),
        Shape::One => any_scalar(kind).prop_map(Value::One).boxed(),
        Shape::List => prop::collection::vec(any_scalar(kind), 1..4)
            .prop_map(Value::List)
            .boxed(),
        Shape::Range => (any_scalar(kind), any_scalar(kind))
            .prop_map(|(a, b)| Value::Range(a, b))
            .boxed(),
        Shape::Period => {
            let units = vec![Unit::Hour, Unit::Day, Unit::Week, Unit::Month, Unit::Year];
            (prop_oneof![1u32..40, 1u32..1000], select(units))
                .prop_map(|(count, unit)| Value::Last(Period { count, unit }))
                .boxed()
        }
    }
}

fn any_words() -> impl Strategy<Value = Filter> {
    any_text().prop_filter_map("words", |text| {
        check::words(&text)
            .ok()
            .map(|(words, _)| Filter::Words(words))
    })
}

pub(crate) fn any_filter() -> impl Strategy<Value = Filter> {
    let leaf = prop_oneof![4 => any_condition(), 1 => any_words()];
    let nested = leaf.prop_recursive(4, 24, 4, |inner| {
        let parts = prop::collection::vec(inner.clone(), 1..4);
        prop_oneof![
            parts.clone().prop_map(Filter::all),
            parts.prop_map(Filter::any),
            inner.prop_map(Filter::negate),
        ]
    });
    prop_oneof![1 => Just(Filter::everything()), 30 => nested]
}

fn any_facts() -> impl Strategy<Value = Facts> {
    let fields: Vec<Arc<Field>> = catalogue().fields().cloned().collect();
    let values: Vec<_> = fields
        .into_iter()
        .filter(|field| field.kind != Kind::Tags)
        .map(|field| {
            let fact = match field.kind {
                Kind::Json => Just(Fact::Json(json!([1]))).boxed(),
                kind => any_scalar(kind)
                    .prop_filter_map("facts are instants and ids", move |value| match value {
                        Scalar::Date(_) if kind == Kind::DateTime => None,
                        Scalar::Me => None,
                        value => Some(Fact::One(value)),
                    })
                    .boxed(),
            };
            (Just(field.name.clone()), prop::option::of(fact))
        })
        .collect();
    (values, prop::collection::vec(any_text(), 0..3), any_text()).prop_map(
        |(values, tags, search_text)| {
            let values = values
                .into_iter()
                .filter_map(|(name, fact)| Some((name, fact?)))
                .collect();
            Facts {
                values,
                tags,
                search_text,
            }
        },
    )
}

/// Pieces of the language in any order, which reach further into the parser than random letters.
fn any_soup() -> impl Strategy<Value = String> {
    let pieces = vec![
        "tag:",
        "tag!=",
        "(",
        ")",
        "-",
        "\"",
        "OR",
        "AND",
        "NOT",
        "name~",
        "name:",
        "..",
        "*",
        ",",
        "+",
        "،",
        "orders>=",
        "orders:",
        "5",
        "٣٠d",
        " ",
        " ",
        "\\",
        "vip",
        "created:",
        "before:",
        "2026-01-05",
        "\u{200F}",
        "last_inbound<",
        "window:",
        "open",
        "owner:me",
        "Reem",
        "12:30",
        "delivery_time>",
    ];
    prop::collection::vec(select(pieces), 0..14).prop_map(|pieces| pieces.concat())
}

fn any_json() -> impl Strategy<Value = Json> {
    let words = vec![
        "tags",
        "name",
        "orders_count",
        "created_at",
        "quiz",
        "eq",
        "has_any",
        "between",
        "within_last",
        "is_set",
        "30d",
        "vip",
        "2026-01-05",
        "",
    ];
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(|value| json!(value)),
        any::<f64>().prop_map(|value| json!(value)),
        any::<i64>().prop_map(|value| json!(value)),
        select(words).prop_map(|word| json!(word)),
    ];
    leaf.prop_recursive(5, 40, 4, |inner| {
        let keys = select(vec![
            "and", "or", "not", "search", "field", "op", "value", "a/b~",
        ]);
        let entries = prop::collection::vec((keys, inner.clone()), 0..4);
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(Json::Array),
            entries.prop_map(|entries| {
                let entries = entries
                    .into_iter()
                    .map(|(key, value)| (key.to_owned(), value));
                Json::Object(entries.collect::<Map<_, _>>())
            }),
        ]
    })
}

fn check_text_input(input: &str) {
    let length = input.chars().count();
    match parse_text(input, &catalogue()) {
        Ok(filter) => {
            assert_eq!(
                parse_text(&print_text(&filter), &catalogue()).as_ref(),
                Ok(&filter)
            );
        }
        Err(FilterError {
            at: Position::Span { start, end },
            message,
            ..
        }) => {
            assert!(start <= end && end <= length, "{start}..{end} of {length}");
            assert!(!message.is_empty());
        }
        Err(error) => panic!("a text has no pointers: {error}"),
    }
}

proptest! {
    #[test]
    fn the_text_form_reads_back(filter in any_filter()) {
        let printed = print_text(&filter);
        prop_assert_eq!(parse_text(&printed, &catalogue()), Ok(filter), "{}", printed);
    }

    #[test]
    fn the_json_form_reads_back(filter in any_filter()) {
        // Through text, as it travels and is stored.
        let printed = print_json(&filter).to_string();
        let read: Json = serde_json::from_str(&printed).expect("JSON");
        prop_assert_eq!(parse_json(&read, &catalogue()), Ok(filter), "{}", printed);
    }

    #[test]
    fn an_explanation_agrees_with_the_evaluation(filter in any_filter(), facts in any_facts()) {
        let holds = matches(&filter, &facts, &context());
        let explanation = explain(&filter, &facts, &context());
        prop_assert_eq!(explanation.holds, holds);
        prop_assert_eq!(explanation.text, print_text(&filter));
        prop_assert_eq!(matches(&filter.negate(), &facts, &context()), !holds);
    }

    #[test]
    fn any_text_is_read_or_refused(input in any::<String>()) {
        check_text_input(&input);
    }

    #[test]
    fn any_soup_is_read_or_refused(input in any_soup()) {
        check_text_input(&input);
    }

    #[test]
    fn any_json_is_read_or_refused(input in any_json()) {
        match parse_json(&input, &catalogue()) {
            Ok(filter) => {
                prop_assert_eq!(parse_json(&print_json(&filter), &catalogue()), Ok(filter));
            }
            Err(FilterError { at: Position::Pointer(pointer), .. }) => {
                prop_assert!(input.pointer(&pointer).is_some(), "{} in {}", pointer, input);
            }
            Err(error) => panic!("JSON has no character positions: {error}"),
        }
    }
}
