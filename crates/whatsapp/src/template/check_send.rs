//! Whether a message gives a template exactly the values it asks for.

use super::needs::{ButtonNeed, ButtonValue, HeaderNeed, Parameters, Variable};
use super::{ParameterFormat, Template};
use crate::limits;
use crate::outbound::{
    ButtonAction, Component, Parameter, ParameterValue, TemplateButton, TemplateMessage,
};
use crate::problem::{Problem, Problems, code};

/// Whether the values of a message fit its template, by name and language the caller's to find.
///
/// # Errors
/// With everything that does not fit. Paths begin with `template.`, as in the whole message.
pub fn check_send(template: &Template, message: &TemplateMessage) -> Result<(), Vec<Problem>> {
    let check = Check {
        format: template.format,
        problems: Problems::strict(),
    };
    let needs = template.parameters();
    check.part(&needs, &message.components, "template");
    if needs
        .buttons
        .iter()
        .any(|need| need.value == ButtonValue::OneTimeCode)
    {
        check.one_time_code(&message.components);
    }
    check.problems.or(())
}

struct Check {
    format: ParameterFormat,
    problems: Problems,
}

/// What a part of the template may be given.
enum Takes<'n> {
    Header(Option<&'n HeaderNeed>),
    Body(&'n [Variable]),
}

impl Check {
    /// A template, or one card, whose values stand in `components` of what stands at `path`.
    fn part(&self, needs: &Parameters, components: &[Component], path: &str) {
        let at = format!("{path}.components");
        let (mut header, mut body, mut cards, mut offer) = (false, false, false, false);
        for (n, component) in components.iter().enumerate() {
            let at = format!("{at}[{n}]");
            match component {
                Component::Header { parameters } => {
                    header = true;
                    self.values(&Takes::Header(needs.header.as_ref()), parameters, &at);
                }
                Component::Body { parameters } => {
                    body = true;
                    self.values(&Takes::Body(&needs.body), parameters, &at);
                }
                Component::Button(button) => self.button(&needs.buttons, button, &at),
                Component::Carousel { cards: given } => {
                    cards = true;
                    self.count(
                        &format!("{at}.cards"),
                        "cards",
                        needs.cards.len(),
                        given.len(),
                    );
                    for ((n, card), needs) in given.iter().enumerate().zip(&needs.cards) {
                        self.part(needs, &card.components, &format!("{at}.cards[{n}]"));
                    }
                }
                Component::LimitedTimeOffer { parameters } => {
                    offer = true;
                    self.offer(needs.limited_time_offer, parameters, &at);
                }
            }
        }
        match &needs.header {
            Some(HeaderNeed::Text(variable)) if !header => self.problems.add(
                format!("{at}.header"),
                code::PARAMETER_COUNT,
                format!("is missing: it needs a value for `{}`", variable.name),
            ),
            Some(need) if !header => self.problems.add(
                format!("{at}.header"),
                code::PARAMETER_FORMAT,
                format!(
                    "is missing: its {} must be given at each send",
                    need.parameter_type()
                ),
            ),
            _ => {}
        }
        if !needs.body.is_empty() && !body {
            self.problems.add(
                format!("{at}.body"),
                code::PARAMETER_COUNT,
                format!("is missing: it needs values for {}", names(&needs.body)),
            );
        }
        for need in needs.buttons.iter().filter(|need| need.required) {
            let given = components.iter().any(
                |component| matches!(component, Component::Button(button) if button.index == need.index),
            );
            if !given {
                let kind = need.value.parameter_type();
                self.problems.add(
                    format!("{at}.button[{}]", need.index),
                    code::PARAMETER_COUNT,
                    format!("is missing: this button needs a value of type `{kind}`"),
                );
            }
        }
        if !needs.cards.is_empty() && !cards {
            self.problems.add(
                format!("{at}.carousel"),
                code::PARAMETER_COUNT,
                format!("is missing: the template has {} cards", needs.cards.len()),
            );
        }
        if needs.limited_time_offer && !offer {
            self.problems.add(
                format!("{at}.limited_time_offer"),
                code::PARAMETER_COUNT,
                "is missing: say when the offer ends",
            );
        }
    }

    fn count(&self, at: &str, what: &str, asked: usize, given: usize) -> bool {
        if asked != given {
            let message = format!("has {given} {what}; the template has {asked}");
            self.problems.add(at, code::PARAMETER_COUNT, message);
        }
        asked == given
    }

    /// The values of the header or the body.
    fn values(&self, takes: &Takes<'_>, given: &[Parameter], at: &str) {
        let at = format!("{at}.parameters");
        let variables: &[Variable] = match takes {
            Takes::Body(variables) => variables,
            Takes::Header(Some(HeaderNeed::Text(variable))) => std::slice::from_ref(variable),
            Takes::Header(Some(need)) => {
                self.count(&at, "values", 1, given.len());
                if let Some(value) = given.first() {
                    self.kind(&value.value, &[need.parameter_type()], &format!("{at}[0]"));
                }
                return;
            }
            Takes::Header(None) => &[],
        };
        self.count(&at, "values", variables.len(), given.len());
        for (n, value) in given.iter().enumerate() {
            let at = format!("{at}[{n}]");
            self.kind(&value.value, &["text", "currency", "date_time"], &at);
            self.words(&value.value, &at);
            self.name(value, variables, given, n, &at);
        }
        if self.format == ParameterFormat::Named {
            let is_given = |variable: &Variable| {
                given
                    .iter()
                    .any(|value| value.parameter_name.as_deref() == Some(&variable.name))
            };
            for variable in variables.iter().filter(|variable| !is_given(variable)) {
                let message = format!("lack a value for {{{{{}}}}}", variable.name);
                // Each missing name is a problem of its own, so it is a part of the path.
                let at = format!("{at}.{}", variable.name);
                self.problems.add(at, code::PARAMETER_COUNT, message);
            }
        }
    }

    fn name(
        &self,
        value: &Parameter,
        variables: &[Variable],
        given: &[Parameter],
        n: usize,
        at: &str,
    ) {
        let at = format!("{at}.parameter_name");
        match (&value.parameter_name, self.format) {
            (Some(_), ParameterFormat::Positional) => {
                let message = "must not be there: the template's variables have numbers, and their \
                               values come in that order";
                self.problems.add(at, code::PARAMETER_FORMAT, message);
            }
            (None, ParameterFormat::Named) => {
                let message = format!("is missing: it must be one of {}", names(variables));
                self.problems.add(at, code::PARAMETER_FORMAT, message);
            }
            (Some(name), ParameterFormat::Named) => {
                if !variables.iter().any(|variable| &variable.name == name) {
                    let message = format!("must be one of {}", names(variables));
                    self.problems.add(at, code::PARAMETER_FORMAT, message);
                } else if given[..n]
                    .iter()
                    .any(|other| other.parameter_name == value.parameter_name)
                {
                    self.problems.add(at, code::DUPLICATE, "is there twice");
                }
            }
            (None, ParameterFormat::Positional) => {}
        }
    }

    fn kind(&self, value: &ParameterValue, kinds: &[&str], at: &str) -> bool {
        let fits = kinds.contains(&value.kind());
        if !fits {
            let kinds: Vec<_> = kinds.iter().map(|kind| format!("`{kind}`")).collect();
            let message = format!("must be {}", kinds.join(" or "));
            self.problems
                .add(format!("{at}.type"), code::PARAMETER_FORMAT, message);
        }
        fits
    }

    /// Words that stand within a text cannot break its lines.
    fn words(&self, value: &ParameterValue, at: &str) {
        let ParameterValue::Text { text } = value else {
            return;
        };
        let spaces = " ".repeat(limits::TEMPLATE_VARIABLE_SPACES + 1);
        if text.contains(['\n', '\r', '\t']) || text.contains(&spaces) {
            let most = limits::TEMPLATE_VARIABLE_SPACES;
            let message =
                format!("must not have new lines, tabs or more than {most} spaces in a row");
            self.problems
                .add(format!("{at}.text"), code::PARAMETER_TEXT, message);
        }
    }

    fn button(&self, needs: &[ButtonNeed], button: &TemplateButton, at: &str) {
        let Some(need) = needs.iter().find(|need| need.index == button.index) else {
            let message = format!("names button {}, which takes no value", button.index);
            self.problems
                .add(format!("{at}.index"), code::PARAMETER_COUNT, message);
            return;
        };
        let action = need.value.action();
        if button.sub_type != action {
            let message = format!("must be `{}` for this button", action_name(action));
            self.problems
                .add(format!("{at}.sub_type"), code::PARAMETER_FORMAT, message);
            return;
        }
        let at = format!("{at}.parameters");
        let Some(value) = button.parameters.first() else {
            if need.required {
                self.count(&at, "values", 1, 0);
            }
            return;
        };
        let at = format!("{at}[0]");
        if self.kind(&value.value, &[need.value.parameter_type()], &at) {
            self.words(&value.value, &at);
            if let (ButtonValue::Products, ParameterValue::Action { action }) =
                (need.value, &value.value)
                && action.sections.is_empty()
            {
                let message = "is missing: say which products to show";
                self.problems
                    .add(format!("{at}.action.sections"), code::MISSING, message);
            }
        }
    }

    fn offer(&self, is_asked: bool, given: &[Parameter], at: &str) {
        let at = format!("{at}.parameters");
        let asked = usize::from(is_asked);
        if self.count(&at, "values", asked, given.len())
            && let Some(value) = given.first()
        {
            self.kind(&value.value, &["limited_time_offer"], &format!("{at}[0]"));
        }
    }

    /// A one-time code is short, and the same in the words and on the button.
    fn one_time_code(&self, components: &[Component]) {
        let of = |n: usize, parameters: &[Parameter]| {
            let code = parameters.first()?.value.words()?.to_owned();
            Some((format!("template.components[{n}].parameters[0].text"), code))
        };
        let mut in_words = None;
        let mut on_button = None;
        for (n, component) in components.iter().enumerate() {
            match component {
                Component::Body { parameters } => in_words = of(n, parameters),
                Component::Button(button) => on_button = of(n, &button.parameters),
                _ => {}
            }
        }
        for (at, code) in in_words.iter().chain(&on_button) {
            let (length, most) = (code.chars().count(), limits::AUTHENTICATION_CODE);
            if length > most {
                let message = format!("has {length} characters; a code has at most {most}");
                self.problems.add(at, code::TOO_LONG, message);
            }
        }
        if let (Some((_, in_words)), Some((at, on_button))) = (in_words, on_button)
            && in_words != on_button
        {
            let message = "must be the same code as in the body";
            self.problems.add(at, code::INVALID, message);
        }
    }
}

fn names(variables: &[Variable]) -> String {
    let names: Vec<_> = variables
        .iter()
        .map(|variable| format!("`{}`", variable.name))
        .collect();
    names.join(", ")
}

fn action_name(action: ButtonAction) -> &'static str {
    match action {
        ButtonAction::QuickReply => "quick_reply",
        ButtonAction::Url => "url",
        ButtonAction::CopyCode => "copy_code",
        ButtonAction::Flow => "flow",
        ButtonAction::Catalog => "catalog",
        ButtonAction::Mpm => "mpm",
    }
}
