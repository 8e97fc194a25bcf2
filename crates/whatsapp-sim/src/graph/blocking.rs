//! `block_users`: whom a business does not want to hear from.

use axum::http::Method;
use serde_json::{Value, json};

use super::refusal::Refusal;
use super::{Answered, Ask, Outcome, paging};
use crate::apps::digits;
use crate::people::PersonId;
use crate::state::State;

impl State {
    pub(super) fn block_users(&mut self, phone: &str, ask: &Ask) -> Answered {
        match ask.method {
            Method::GET => {
                let blocked = self.numbers.get(phone).map(|number| number.blocked.clone());
                let mut shown = Vec::new();
                for person in blocked.unwrap_or_default() {
                    let contact = self.contact(person, phone, false);
                    let mut one =
                        json!({"messaging_product": "whatsapp", "user_id": contact["user_id"]});
                    if let Some(number) = contact.get("wa_id") {
                        one["wa_id"] = number.clone();
                    }
                    shown.push((person.0.to_string(), one));
                }
                paging::page(ask, self.base_url.as_deref(), shown).map(Outcome::Answer)
            }
            Method::POST | Method::DELETE => self.change_blocks(phone, ask),
            _ => Err(Refusal::unknown_object(phone)),
        }
    }

    fn change_blocks(&mut self, phone: &str, ask: &Ask) -> Answered {
        let block = ask.method == Method::POST;
        let Some(users) = ask.body["block_users"].as_array() else {
            return Err(Refusal::parameter("The parameter block_users is required."));
        };
        let (mut done, mut failed) = (Vec::new(), Vec::new());
        for user in users {
            let input = user["user"]
                .as_str()
                .or(user["user_id"].as_str())
                .unwrap_or_default();
            match self.may_block(phone, user, block) {
                Some(person) => {
                    if let Some(number) = self.numbers.get_mut(phone) {
                        match block {
                            true => number.blocked.insert(person),
                            false => number.blocked.remove(&person),
                        };
                    }
                    let contact = self.contact(person, phone, false);
                    let mut one = json!({"input": input, "user_id": contact["user_id"]});
                    if let Some(number) = contact.get("wa_id") {
                        one["wa_id"] = number.clone();
                    }
                    done.push(one);
                }
                None => failed.push(json!({
                    "input": input,
                    "errors": [{
                        "message": "Failed to block/unblock some users", "code": 139_100,
                        "error_data": {"details": "The user has not messaged this business in the last 24 hours, or is unknown."},
                    }],
                })),
            }
        }
        let key = if block {
            "added_users"
        } else {
            "removed_users"
        };
        let mut answer = json!({"messaging_product": "whatsapp", "block_users": {}});
        answer["block_users"][key] = done.into();
        if !failed.is_empty() {
            answer["block_users"]["failed_users"] = failed.into();
            let details =
                "Failed to block some users, see the block_users response list for details";
            return Err(Refusal::new(139_100, details).partly(answer));
        }
        Ok(Outcome::Answer(answer))
    }

    /// Who it is, if they may be blocked: they have written within a day.
    fn may_block(&self, phone: &str, user: &Value, block: bool) -> Option<PersonId> {
        let by_number = user["user"]
            .as_str()
            .and_then(|number| self.people.by_number.get(&digits(number)));
        let by_id = || self.people.by_user_id.get(user["user_id"].as_str()?);
        let person = by_number.or_else(by_id).copied()?;
        let window = crate::clock::micros(whatsapp::limits::CUSTOMER_SERVICE_WINDOW);
        let wrote = self
            .threads
            .get(person, phone)
            .and_then(|thread| thread.last_inbound);
        let lately = wrote.is_some_and(|at| self.now() - at < window);
        (!block || lately).then_some(person)
    }
}
