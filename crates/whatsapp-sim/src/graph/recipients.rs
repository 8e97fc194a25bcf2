//! Whom a send is for, and whether this business may send another one now.

use whatsapp::limits;

use super::Ask;
use super::refusal::Refusal;
use crate::apps::digits;
use crate::clock::micros;
use crate::config::Strangers;
use crate::people::{NewPerson, PersonId};
use crate::state::State;

/// Whom a send is for.
#[derive(Debug, Clone)]
pub(super) struct Recipient {
    /// As the request names them.
    pub(super) input: String,
    /// Whether by a user id.
    pub(super) to_user_id: bool,
    /// Who it is; nobody, if the number is no one's.
    pub(super) person: Option<PersonId>,
}

impl State {
    pub(super) fn recipient(&mut self, phone: &str, ask: &Ask) -> Result<Recipient, Refusal> {
        if ask.body["recipient_type"] == "group" {
            return Err(Refusal::new(131_041, "This number is in no groups."));
        }
        // With both, the number wins.
        let to = ask.body["to"].as_str().filter(|to| !to.is_empty());
        let Some(to) = to else {
            let Some(user_id) = ask.body["recipient"].as_str().filter(|id| !id.is_empty()) else {
                return Err(Refusal::parameter("The parameter to is required."));
            };
            // Meta has not published the code for a user id of another portfolio.
            let portfolio = self.portfolio_of(phone);
            let known = self.people.by_user_id.get(user_id).copied();
            let known = known.filter(|person| self.user_id(*person, &portfolio) == user_id);
            let person = known.ok_or_else(|| {
                Refusal::new(100, "recipient is not a user id of this business portfolio")
            })?;
            return Ok(Recipient {
                input: user_id.to_owned(),
                to_user_id: true,
                person: Some(person),
            });
        };
        let number = digits(to);
        // User ids do not belong here, although drafts of 2025 had them so.
        if to.contains(char::is_alphabetic) || number.len() < 5 || number.len() > 20 {
            return Err(Refusal::new(131_009, "to is not a phone number"));
        }
        if self
            .numbers
            .get(phone)
            .is_some_and(|own| own.digits == number)
        {
            return Err(Refusal::new(
                131_021,
                "The sender and the recipient are the same number.",
            ));
        }
        let mut person = self.people.by_number.get(&number).copied();
        if person.is_none() && self.behaviour.strangers == Strangers::AppearWhenWrittenTo {
            let new = NewPerson {
                name: format!("+{number}"),
                number: Some(number),
                ..NewPerson::default()
            };
            person = self.add_person(new).ok();
        }
        Ok(Recipient {
            input: to.to_owned(),
            to_user_id: false,
            person,
        })
    }

    /// Counts a message, in or out, against the number's messages per second.
    pub(crate) fn carries_one(&mut self, phone: &str) {
        let now = self.now();
        if let Some(number) = self.numbers.get_mut(phone) {
            let pace = 1_000_000 / i64::from(number.throughput.per_second());
            // What went beyond the pace while nobody minded is not held against it later.
            number.free_at = (number.free_at.max(now) + pace).min(now + 1_000_000);
        }
    }

    /// Refuses a send that is faster than the number, or the pair, may be.
    pub(super) fn keeps_pace(
        &mut self,
        phone: &str,
        person: Option<PersonId>,
    ) -> Result<(), Refusal> {
        let now = self.now();
        let number = self.numbers.get(phone);
        let free_at = number.map_or(0, |number| number.free_at);
        // A second's worth of messages may come at once.
        if self.behaviour.throughput_limit && free_at - now >= 1_000_000 {
            let details = "Cloud API message throughput has been reached.";
            return Err(Refusal::new(130_429, details));
        }
        let Some(person) = person.filter(|_| self.behaviour.pair_limit) else {
            return Ok(());
        };
        let interval = micros(limits::PAIR_INTERVAL);
        let thread = self.threads.of(person, phone);
        if thread.free_at - now >= interval * i64::from(limits::PAIR_BURST) {
            let details = "Message failed to send because there were too many messages sent from this phone \
                           number to the same phone number in a short period of time.";
            return Err(Refusal::new(131_056, details));
        }
        thread.free_at = thread.free_at.max(now) + interval;
        Ok(())
    }
}
