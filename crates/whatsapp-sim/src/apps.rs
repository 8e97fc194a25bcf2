//! The businesses: apps, their WhatsApp business accounts (WABAs) and their numbers.
//!
//! An app has one token and one secret; the token reaches exactly what belongs to its app. Where a
//! webhook goes is decided when it is posted, in Meta's order: the number's own address, the
//! account's, the app's. The first two are for the field `messages` only.

use std::collections::BTreeSet;
use std::time::Duration;

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::config::{AccountSetup, AppSetup, NumberSetup, Throughput};
use crate::error::SimError;
use crate::people::PersonId;
use crate::state::State;

/// Where webhooks go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Callback {
    pub(crate) url: String,
    pub(crate) verify_token: String,
}

#[derive(Debug)]
pub(crate) struct App {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) secret: String,
    pub(crate) token: String,
    pub(crate) portfolio: String,
    pub(crate) callback: Option<Callback>,
}

#[derive(Debug)]
pub(crate) struct Account {
    pub(crate) id: String,
    /// Its place in [`State::apps`].
    pub(crate) app: usize,
    pub(crate) name: String,
    pub(crate) subscribed: bool,
    pub(crate) callback: Option<Callback>,
}

#[derive(Debug)]
pub(crate) struct Number {
    pub(crate) id: String,
    pub(crate) waba_id: String,
    pub(crate) display: String,
    pub(crate) digits: String,
    pub(crate) verified_name: String,
    pub(crate) throughput: Throughput,
    pub(crate) callback: Option<Callback>,
    pub(crate) profile: Map<String, Value>,
    /// Whom the business has blocked.
    pub(crate) blocked: BTreeSet<PersonId>,
    /// When the number may carry its next message, if it is to keep its pace: microseconds.
    pub(crate) free_at: i64,
    /// Service messages delivered in a month (see [`crate::clock::month`]).
    pub(crate) service: (i64, u32),
}

/// What a callback address said when it was set.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Handshake {
    /// Whether it gave the challenge back with status 200.
    pub verified: bool,
    /// The status of its answer, if there was one.
    pub http_status: Option<u16>,
    /// What was wrong.
    pub problem: Option<String>,
}

/// Asks `url` to prove that it knows the verify token, as Meta does before it uses an address.
pub(crate) async fn handshake(
    http: &reqwest::Client,
    url: &str,
    verify_token: &str,
    challenge: &str,
) -> Handshake {
    let failed = |http_status, problem: String| Handshake {
        verified: false,
        http_status,
        problem: Some(problem),
    };
    let asked = http
        .get(url)
        .query(&[
            ("hub.mode", "subscribe"),
            ("hub.challenge", challenge),
            ("hub.verify_token", verify_token),
        ])
        .timeout(Duration::from_secs(10))
        .send()
        .await;
    let answer = match asked {
        Ok(answer) => answer,
        Err(error) => return failed(None, format!("no answer: {error}")),
    };
    let status = answer.status().as_u16();
    let body = answer.text().await.unwrap_or_default();
    match status {
        200 if body == challenge => Handshake {
            verified: true,
            http_status: Some(200),
            problem: None,
        },
        200 => failed(Some(200), "the answer is not the bare challenge".to_owned()),
        other => failed(Some(other), format!("the answer has status {other}")),
    }
}

impl State {
    /// Creates an app with everything that belongs to it, and returns it with nothing left open.
    pub(crate) fn add_app(&mut self, setup: AppSetup) -> Result<AppSetup, SimError> {
        let id = setup.app_id.unwrap_or_else(|| self.ids.digits(15));
        if self.apps.iter().any(|app| app.id == id) {
            return Err(SimError::Taken("app", id));
        }
        let wabas = setup
            .accounts
            .iter()
            .filter_map(|account| account.waba_id.as_ref());
        if let Some(taken) = wabas.into_iter().find(|id| self.accounts.contains_key(*id)) {
            return Err(SimError::Taken("account", taken.clone()));
        }
        let numbers = setup.accounts.iter().flat_map(|account| &account.numbers);
        let taken = numbers
            .filter_map(|number| number.phone_number_id.as_ref())
            .find(|id| self.numbers.contains_key(*id));
        if let Some(taken) = taken {
            return Err(SimError::Taken("number", taken.clone()));
        }
        let templates = setup.accounts.iter().flat_map(|account| &account.templates);
        for template in templates {
            crate::templates::check_given(template)?;
        }
        let token = match setup.token {
            Some(token) => token,
            None => format!("EAA{}", self.ids.hex(60)),
        };
        if self.apps.iter().any(|app| app.token == token) {
            return Err(SimError::Taken("token", token));
        }

        let app = App {
            name: setup.name.unwrap_or_else(|| format!("App {id}")),
            secret: setup.app_secret.unwrap_or_else(|| self.ids.hex(32)),
            token,
            portfolio: setup.portfolio_id.unwrap_or_else(|| id.clone()),
            callback: setup.callback_url.map(|url| Callback {
                url,
                verify_token: setup.verify_token.unwrap_or_default(),
            }),
            id,
        };
        self.apps.push(app);
        let index = self.apps.len() - 1;
        for account in setup.accounts {
            self.add_account(index, account);
        }
        Ok(self.app_view(index))
    }

    fn add_account(&mut self, app: usize, setup: AccountSetup) {
        let id = setup.waba_id.unwrap_or_else(|| self.ids.digits(15));
        let name = setup.name.unwrap_or_else(|| format!("Account {id}"));
        for number in setup.numbers {
            self.add_number(&id, number);
        }
        let account = Account {
            id: id.clone(),
            app,
            name,
            subscribed: setup.subscribed,
            callback: None,
        };
        self.accounts.insert(id.clone(), account);
        for template in setup.templates {
            self.add_template(&id, &template);
        }
    }

    fn add_number(&mut self, waba_id: &str, setup: NumberSetup) {
        let id = setup.phone_number_id.unwrap_or_else(|| self.ids.digits(15));
        let display = setup
            .display_phone_number
            .unwrap_or_else(|| format!("+966 11 {} {}", self.ids.digits(3), self.ids.digits(4)));
        let number = Number {
            digits: digits(&display),
            verified_name: setup
                .verified_name
                .unwrap_or_else(|| "A business".to_owned()),
            waba_id: waba_id.to_owned(),
            throughput: setup.throughput,
            callback: None,
            // What a profile says that nobody has filled in.
            profile: Map::from_iter([("vertical".to_owned(), "UNDEFINED".into())]),
            blocked: BTreeSet::new(),
            free_at: 0,
            service: (0, 0),
            display,
            id: id.clone(),
        };
        self.numbers.insert(id, number);
    }

    /// An app as it would have to be set up to be like it is.
    pub(crate) fn app_view(&self, index: usize) -> AppSetup {
        let app = &self.apps[index];
        let numbers = |waba_id: &str| {
            let own = self
                .numbers
                .values()
                .filter(|number| number.waba_id == waba_id);
            own.map(|number| NumberSetup {
                phone_number_id: Some(number.id.clone()),
                display_phone_number: Some(number.display.clone()),
                verified_name: Some(number.verified_name.clone()),
                throughput: number.throughput,
            })
            .collect()
        };
        let accounts = self
            .accounts
            .values()
            .filter(|account| account.app == index);
        AppSetup {
            app_id: Some(app.id.clone()),
            name: Some(app.name.clone()),
            app_secret: Some(app.secret.clone()),
            token: Some(app.token.clone()),
            callback_url: app.callback.as_ref().map(|callback| callback.url.clone()),
            verify_token: app
                .callback
                .as_ref()
                .map(|callback| callback.verify_token.clone()),
            portfolio_id: Some(app.portfolio.clone()),
            accounts: accounts
                .map(|account| AccountSetup {
                    waba_id: Some(account.id.clone()),
                    name: Some(account.name.clone()),
                    subscribed: account.subscribed,
                    numbers: numbers(&account.id),
                    templates: self.templates_given(&account.id),
                })
                .collect(),
        }
    }

    /// The app's place in [`State::apps`].
    pub(crate) fn app_index(&self, app_id: &str) -> Result<usize, SimError> {
        self.apps
            .iter()
            .position(|app| app.id == app_id)
            .ok_or_else(|| SimError::Unknown("app", app_id.to_owned()))
    }

    pub(crate) fn number(&self, phone: &str) -> Result<&Number, SimError> {
        self.numbers
            .get(phone)
            .ok_or_else(|| SimError::Unknown("number", phone.to_owned()))
    }

    /// The app a number belongs to: its place in [`State::apps`].
    pub(crate) fn app_of(&self, phone: &str) -> usize {
        self.numbers
            .get(phone)
            .and_then(|number| self.accounts.get(&number.waba_id))
            .map_or(0, |account| account.app)
    }

    /// The portfolio a number belongs to.
    pub(crate) fn portfolio_of(&self, phone: &str) -> String {
        self.apps[self.app_of(phone)].portfolio.clone()
    }

    /// The `metadata` of webhooks about a number.
    pub(crate) fn metadata(&self, phone: &str) -> Value {
        let digits = self.numbers.get(phone).map(|number| number.digits.as_str());
        json!({"display_phone_number": digits, "phone_number_id": phone})
    }
}

/// The digits of a number that a person wrote.
pub(crate) fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
