//! The text form: what people type into the search box. The module story lists its syntax.

use std::ops::Range;
use std::sync::Arc;

use super::ast::{Condition, Filter, Op, Scalar, Value};
use super::check;
use super::error::{Fault, FilterError, shown};
use super::field::{Catalogue, Field, Kind};
use super::lexer::{Item, Join, Lexer, Sign};
use super::literal;

/// Read a filter from its text form. Mistakes carry the characters they span.
///
/// # Errors
/// The first mistake found, see [`ErrorCode`](super::ErrorCode).
pub fn parse_text(text: &str, catalogue: &Catalogue) -> Result<Filter, FilterError> {
    let mut parser = Parser {
        catalogue,
        lexer: Lexer::new(text),
        conditions: 0,
    };
    let everything = 0..parser.lexer.len();
    if everything.end > check::MAX_CHARS {
        let message = format!(
            "a filter may have {} characters at most; send longer ones as JSON",
            check::MAX_CHARS
        );
        return Err(parser.lexer.fault(everything, Fault::too_large(message)));
    }
    parser.lexer.skip_space();
    if parser.lexer.peek().is_none() {
        return Ok(Filter::everything());
    }
    let filter = parser.any(0)?;
    if parser.lexer.peek().is_some() {
        let at = parser.lexer.at;
        let message = "this parenthesis was never opened; remove it";
        return Err(parser.lexer.fault(at..at + 1, Fault::syntax(message)));
    }
    // Groups without parentheses ("a b OR c") only show in the result.
    if filter.depth() > check::MAX_DEPTH {
        return Err(parser.lexer.fault(everything, check::too_deep()));
    }
    Ok(filter)
}

struct Parser<'a> {
    catalogue: &'a Catalogue,
    lexer: Lexer,
    conditions: usize,
}

impl Parser<'_> {
    /// Alternatives joined by OR, up to a closing parenthesis or the end.
    fn any(&mut self, depth: usize) -> Result<Filter, FilterError> {
        let mut parts = vec![self.all(depth)?];
        while self.lexer.at_keyword("OR") {
            self.lexer.at += 2;
            parts.push(self.all(depth)?);
        }
        Ok(Filter::any(parts))
    }

    /// Parts that must all hold, up to OR, a closing parenthesis or the end.
    fn all(&mut self, depth: usize) -> Result<Filter, FilterError> {
        let mut parts = Vec::new();
        loop {
            self.lexer.skip_space();
            let joined = self.lexer.at_keyword("AND");
            if parts.is_empty() && (joined || self.at_end_of_run()) {
                return Err(self.missing_part());
            }
            if joined {
                self.lexer.at += 3;
                self.lexer.skip_space();
                if self.at_end_of_run() || self.lexer.at_keyword("AND") {
                    return Err(self.missing_part());
                }
            } else if self.at_end_of_run() {
                return Ok(Filter::all(parts));
            }
            let part = self.part(depth)?;
            match (parts.last_mut(), part) {
                // Words without AND between them are one search, `(050) 123` one number.
                (Some(Filter::Words(before)), Filter::Words(words)) if !joined => {
                    before.push(' ');
                    before.push_str(&words);
                }
                (_, part) => parts.push(part),
            }
        }
    }

    fn at_end_of_run(&self) -> bool {
        matches!(self.lexer.peek(), None | Some(')')) || self.lexer.at_keyword("OR")
    }

    fn missing_part(&self) -> FilterError {
        let at = self.lexer.at;
        let (length, message) = match self.lexer.peek() {
            None => (0, "something is missing at the end; add a condition"),
            Some(')') => (1, "nothing stands before this parenthesis; add a condition"),
            _ => {
                let message =
                    "a condition is missing before this; to search for the word put it in quotes";
                (if self.lexer.at_keyword("OR") { 2 } else { 3 }, message)
            }
        };
        self.lexer.fault(at..at + length, Fault::syntax(message))
    }

    fn part(&mut self, depth: usize) -> Result<Filter, FilterError> {
        let start = self.lexer.at;
        if self.lexer.take('-') {
            self.lexer.skip_marks();
            return self.negated(start, depth);
        }
        if self.lexer.at_keyword("NOT") {
            self.lexer.at += 3;
            self.lexer.skip_space();
            return self.negated(start, depth);
        }
        if self.lexer.take('(') {
            self.enter(start, depth)?;
            let filter = self.any(depth + 1)?;
            if !self.lexer.take(')') {
                let message = "this parenthesis is never closed; add ) after the group";
                return Err(self.lexer.fault(start..start + 1, Fault::syntax(message)));
            }
            return Ok(filter);
        }
        self.term()
    }

    fn negated(&mut self, start: usize, depth: usize) -> Result<Filter, FilterError> {
        self.enter(start, depth)?;
        if self.at_end_of_run() || self.lexer.peek().is_some_and(char::is_whitespace) {
            let message =
                "nothing follows this negation; add a condition, or quote it to search for it";
            return Err(self
                .lexer
                .fault(start..self.lexer.at, Fault::syntax(message)));
        }
        Ok(self.part(depth + 1)?.negate())
    }

    fn enter(&self, start: usize, depth: usize) -> Result<(), FilterError> {
        if depth < check::MAX_DEPTH {
            return Ok(());
        }
        Err(self.lexer.fault(start..self.lexer.at, check::too_deep()))
    }

    /// A condition or a word to search for.
    fn term(&mut self) -> Result<Filter, FilterError> {
        let word = self.lexer.word()?;
        let sign_at = self.lexer.at;
        let Some(sign) = self.lexer.sign() else {
            let (words, count) = check::words(&word.text)
                .map_err(|fault| self.lexer.fault(word.span.clone(), fault))?;
            self.count(count, &word.span)?;
            return Ok(Filter::Words(words));
        };
        if word.text.is_empty() {
            let message = "a field is missing before this sign; to search for it, put it in quotes";
            return Err(self
                .lexer
                .fault(sign_at..self.lexer.at, Fault::syntax(message)));
        }
        self.count(1, &word.span)?;
        let field = check::field(self.catalogue, &word.text)
            .map_err(|fault| fault.with_hint("to search for these letters, put them in quotes"))
            .map_err(|fault| self.lexer.fault(word.span.clone(), fault))?
            .clone();
        let head = word.span.start..self.lexer.at;
        let (items, join) = self.lexer.values(field.kind == Kind::Tags)?;
        let written = Written {
            lexer: &self.lexer,
            field: &field,
            head,
            sign,
            items: &items,
            join,
        };
        written.condition().map(Filter::Cond)
    }

    fn count(&mut self, conditions: usize, span: &Range<usize>) -> Result<(), FilterError> {
        self.conditions += conditions;
        if self.conditions <= check::MAX_CONDITIONS {
            return Ok(());
        }
        Err(self.lexer.fault(span.clone(), check::too_many()))
    }
}

/// A condition as it stands in the text: what the sign means depends on the field and the values.
struct Written<'a> {
    lexer: &'a Lexer,
    field: &'a Arc<Field>,
    /// The field and the sign.
    head: Range<usize>,
    sign: Sign,
    items: &'a [Item],
    join: Option<Join>,
}

impl Written<'_> {
    fn condition(&self) -> Result<Condition, FilterError> {
        match self.sign {
            Sign::Colon | Sign::Equal => self.equality(),
            Sign::NotEqual if self.field.kind == Kind::Tags && self.join != Some(Join::Plus) => {
                self.list(Op::HasNone)
            }
            Sign::NotEqual => self.one(Op::Ne),
            Sign::Tilde => self.one(Op::Contains),
            Sign::NotTilde => self.one(Op::NotContains),
            Sign::Less => self.order(Op::Lt, Op::WithinLast),
            Sign::LessEqual => self.order(Op::Lte, Op::WithinLast),
            Sign::Greater => self.order(Op::Gt, Op::NotWithinLast),
            Sign::GreaterEqual => self.order(Op::Gte, Op::NotWithinLast),
        }
    }

    /// `:` and `=`, which ask for the most natural thing the field can answer.
    fn equality(&self) -> Result<Condition, FilterError> {
        let kind = self.field.kind;
        match (self.items, self.join) {
            ([item], None) if item.star && item.text.is_empty() && !item.quoted => Ok(
                Condition::new(self.field.clone(), Op::IsSet, Value::Nothing),
            ),
            (_, Some(Join::Plus)) => self.list(Op::HasAll),
            (_, _) if kind == Kind::Tags => self.list(Op::HasAny),
            (_, Some(Join::Comma)) => self.list(Op::In),
            ([item], None) if item.star => self.starts_with(item),
            ([item], None) if !item.quoted && kind.has_ranges() => match item.text.split_once("..")
            {
                Some((from, to)) => self.range(item, from, to),
                None => self.point(item),
            },
            _ if kind == Kind::Bool => self.one(Op::Is),
            _ => self.one(Op::Eq),
        }
    }

    fn starts_with(&self, item: &Item) -> Result<Condition, FilterError> {
        if item.text.starts_with('*') && !item.quoted {
            let name = &self.field.short_name;
            let message =
                format!("a star can only stand at the end; write {name}~text for “contains”");
            return Err(self.lexer.fault(item.span.clone(), Fault::syntax(message)));
        }
        self.takes(Op::StartsWith)?;
        self.build(item, Op::StartsWith, &item.text)
    }

    /// One number, day, instant or time of day.
    fn point(&self, item: &Item) -> Result<Condition, FilterError> {
        if !self.field.kind.is_date() || self.sign == Sign::Equal {
            return self.one(Op::Eq);
        }
        for (prefix, op) in [("before:", Op::Before), ("after:", Op::After)] {
            if let Some(rest) = item.text.strip_prefix(prefix) {
                return self.build(item, op, rest);
            }
        }
        // "created:2026-01-31" asks for that day; a full time can only be equalled.
        let is_day = literal::parse_date(&item.text).is_some();
        self.build(item, if is_day { Op::On } else { Op::Eq }, &item.text)
    }

    fn order(&self, op: Op, period_op: Op) -> Result<Condition, FilterError> {
        if let [item] = self.items
            && self.field.kind.is_date()
            && literal::parse_period(&item.text).is_some()
        {
            let period =
                check::period(self.field, &item.text).map_err(|f| self.at_item(item, f))?;
            return Ok(Condition::new(
                self.field.clone(),
                period_op,
                Value::Last(period),
            ));
        }
        self.one(op)
    }

    fn one(&self, op: Op) -> Result<Condition, FilterError> {
        self.takes(op)?;
        match self.items {
            [item] if item.star => {
                let name = &self.field.short_name;
                let message = format!(
                    "a star does not fit here; write {name}:* for “is set”, -{name}:* for “is not set”, or put it in quotes"
                );
                Err(self.at_item(item, Fault::bad_value(message)))
            }
            [item] => self.build(item, op, &item.text),
            _ => {
                let message = "only one value fits here; write one condition for each";
                Err(self
                    .lexer
                    .fault(self.all_items(), Fault::bad_value(message)))
            }
        }
    }

    fn build(&self, item: &Item, op: Op, text: &str) -> Result<Condition, FilterError> {
        check::scalar_from_text(self.field, text)
            .and_then(|value| check::one(self.field, op, value))
            .map_err(|fault| self.at_item(item, fault))
    }

    fn range(&self, item: &Item, from: &str, to: &str) -> Result<Condition, FilterError> {
        let scalar = |text| check::scalar_from_text(self.field, text);
        let build = || check::range(self.field, scalar(from)?, scalar(to)?);
        build().map_err(|fault| self.at_item(item, fault))
    }

    fn list(&self, op: Op) -> Result<Condition, FilterError> {
        self.takes(op)?;
        check::list_length(self.items.len())
            .map_err(|fault| self.lexer.fault(self.all_items(), fault))?;
        let scalars: Result<Vec<Scalar>, FilterError> =
            self.items.iter().map(|item| self.listed(item)).collect();
        Ok(Condition::new(
            self.field.clone(),
            op,
            Value::List(scalars?),
        ))
    }

    fn listed(&self, item: &Item) -> Result<Scalar, FilterError> {
        if item.star {
            let message = format!(
                "a star does not fit into a list; write {} in quotes",
                shown(&item.text)
            );
            return Err(self.at_item(item, Fault::bad_value(message)));
        }
        check::scalar_from_text(self.field, &item.text).map_err(|fault| self.at_item(item, fault))
    }

    fn takes(&self, op: Op) -> Result<(), FilterError> {
        check::takes(self.field, op).map_err(|fault| self.lexer.fault(self.head.clone(), fault))
    }

    fn at_item(&self, item: &Item, fault: Fault) -> FilterError {
        self.lexer.fault(item.span.clone(), fault)
    }

    fn all_items(&self) -> Range<usize> {
        let start = self
            .items
            .first()
            .map_or(self.head.end, |item| item.span.start);
        start..self.items.last().map_or(start, |item| item.span.end)
    }
}
