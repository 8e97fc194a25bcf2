//! `POST /{phone}/messages`: sends, read marks, typing.
//!
//! Checked in this order: whom it is for (`recipients`), what it is (`reading`), what it refers to, how
//! fast it comes. What is accepted after that may still fail; its status tells.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use whatsapp::outbound::{Content, MediaSource, Message as Outbound};
use whatsapp::{limits, template};

use super::reading::{callback_data, read_message, refusal};
use super::recipients::Recipient;
use super::refusal::Refusal;
use super::{Answered, Ask, Outcome, success};
use crate::clock::{from_ms, micros};
use crate::config::ClosedWindow;
use crate::ids::happens;
use crate::ledger::{Plan, SendRecord};
use crate::people::{NUMBER_KNOWN_FOR, PersonId};
use crate::schedule::Due;
use crate::state::State;
use crate::templates::Template;
use crate::threads::{Message, MessageState, OnScreen};

/// How long typing is shown unless a message ends it: 25 seconds, in microseconds.
/// <https://developers.facebook.com/docs/whatsapp/cloud-api/typing-indicators>
const TYPING_LASTS: i64 = 25 * 1_000_000;

impl State {
    pub(super) fn send(&mut self, phone: &str, ask: &Ask) -> Answered {
        self.requests += 1;
        let chances = self.behaviour.chances.clone();
        let mut luck = self.luck("send", &self.requests.to_string());
        let (fails, is_lost, which) = (
            happens(&mut luck, chances.server_error),
            happens(&mut luck, chances.lost_response),
            happens(&mut luck, 0.5),
        );
        if fails {
            let code = if which { 131_000 } else { 131_016 };
            return Err(Refusal::new(
                code,
                "Something went wrong on our side. Try again.",
            ));
        }
        if !ask.body.is_object() || ask.body["messaging_product"] != "whatsapp" {
            return Err(Refusal::parameter(
                "The parameter messaging_product is required.",
            ));
        }
        if ask.body["status"] == "read" {
            return self.marks_read(phone, &ask.body);
        }
        let recipient = self.recipient(phone, ask)?;
        let message = read_message(&ask.body)?;
        let callback_data = callback_data(&ask.body)?;
        let template = self.template_for(phone, ask, &recipient, &message)?;
        self.check_media(ask.app, &message)?;
        self.check_reaction(phone, &recipient, &message)?;
        self.keeps_pace(phone, recipient.person)?;

        let fails = self.fails_with(phone, &recipient, &message, template.as_ref());
        if fails == Some(131_047) && self.behaviour.closed_window == ClosedWindow::ApiError {
            let (_, details) = crate::fate::failure(131_047);
            return Err(Refusal::new(131_047, details));
        }
        let send = self.accept(phone, ask, &recipient, &message, template.as_ref());
        let record = &mut self.ledger.sends[send];
        record.callback_data.clone_from(&callback_data);
        if let Some(data) = callback_data {
            *self.ledger.by_callback_data.entry(data).or_default() += 1;
        }
        let record = &mut self.ledger.sends[send];
        record.plan.fails = fails;
        record.answer_lost = is_lost;
        let wamid = record.wamid.clone();
        self.later(from_ms(self.behaviour.sent_ms), Due::Sent { send });
        if is_lost {
            return Ok(Outcome::Lost);
        }

        let mut contact = json!({"input": recipient.input});
        match recipient.to_user_id {
            true => contact["user_id"] = recipient.input.into(),
            false => contact["wa_id"] = crate::apps::digits(&recipient.input).into(),
        }
        let mut sent = json!({"id": wamid});
        if template.is_some() {
            sent["message_status"] = "accepted".into();
        }
        Ok(Outcome::Answer(json!({
            "messaging_product": "whatsapp", "contacts": [contact], "messages": [sent],
        })))
    }

    /// A read mark, and perhaps the typing indicator. Marks everything before it too.
    fn marks_read(&mut self, phone: &str, body: &Value) -> Answered {
        let wamid = body["message_id"].as_str().unwrap_or_default();
        let found = self
            .threads
            .find(wamid)
            .filter(|(_, on, it)| *on == phone && !it.from_business);
        let Some((person, _, _)) = found else {
            return Err(Refusal::new(
                131_009,
                "message_id is not a message of a user to this number",
            ));
        };
        let mut read = Vec::new();
        for message in &mut self.threads.of(person, phone).messages {
            if !message.from_business && message.state == MessageState::Delivered {
                message.state = MessageState::Read;
                read.push(message.wamid.clone());
            }
            if message.wamid == wamid {
                break;
            }
        }
        for wamid in read {
            self.message_event(&wamid, false);
        }
        match &body["typing_indicator"]["type"] {
            Value::Null => {}
            Value::String(kind) if kind == "text" => {
                self.threads.of(person, phone).typing_until = self.clock.now() + TYPING_LASTS;
                self.typing_event(person, phone);
            }
            _ => return Err(Refusal::new(131_009, "typing_indicator.type must be text")),
        }
        success()
    }

    /// The template that a message names, when its values fit.
    fn template_for(
        &self,
        phone: &str,
        ask: &Ask,
        recipient: &Recipient,
        message: &Outbound,
    ) -> Result<Option<Template>, Refusal> {
        let Content::Template { template: given } = &message.content else {
            return Ok(None);
        };
        let waba_id = self
            .numbers
            .get(phone)
            .map(|number| number.waba_id.as_str())
            .unwrap_or_default();
        let found = self.template_named(waba_id, &given.name, &given.language.code);
        let unknown = || {
            let (name, language) = (&given.name, &given.language.code);
            Refusal::new(
                132_001,
                format!("template name ({name}) does not exist in {language}"),
            )
        };
        let template = found.ok_or_else(unknown)?;
        match template.status.as_str() {
            "APPROVED" => {}
            "PAUSED" => {
                return Err(Refusal::new(
                    132_015,
                    "The template is paused for its low quality.",
                ));
            }
            "DISABLED" => return Err(Refusal::new(132_016, "The template is disabled for good.")),
            _ => return Err(unknown()),
        }
        template::check_send(&template.parsed, given).map_err(|problems| refusal(&problems))?;
        if recipient.to_user_id && template.parsed.needs_phone_number() {
            return Err(Refusal::new(
                131_062,
                "Authentication templates need a phone number.",
            ));
        }
        if ask.edge.as_deref() == Some("marketing_messages") && template.category != "MARKETING" {
            return Err(Refusal::new(
                131_055,
                "Only marketing templates may be sent here.",
            ));
        }
        Ok(Some(template.clone()))
    }

    fn check_media(&self, app: usize, message: &Outbound) -> Result<(), Refusal> {
        let Some((kind, media)) = message.media() else {
            return Ok(());
        };
        match &media.source {
            MediaSource::Id(id) if self.media_of(app, id).is_none() => {
                Err(Refusal::parameter(format!(
                    "Param {}['id'] is not a valid whatsapp business account media attachment ID",
                    kind.as_str()
                )))
            }
            _ => Ok(()),
        }
    }

    /// A reaction needs a message of this thread, no reaction itself, that is not too old.
    fn check_reaction(
        &self,
        phone: &str,
        recipient: &Recipient,
        message: &Outbound,
    ) -> Result<(), Refusal> {
        let Content::Reaction { reaction } = &message.content else {
            return Ok(());
        };
        let target = recipient
            .person
            .and_then(|person| self.message_between(person, phone, &reaction.message_id));
        let oldest = self.now() - micros(limits::REACTION_AGE);
        match target.filter(|it| it.kind != "reaction" && !it.revoked && it.at >= oldest) {
            Some(_) => Ok(()),
            None => Err(Refusal::new(
                131_009,
                "reaction.message_id is not a message to react to",
            )),
        }
    }

    /// The code with which an accepted send is going to fail, if it is.
    fn fails_with(
        &self,
        phone: &str,
        recipient: &Recipient,
        message: &Outbound,
        template: Option<&Template>,
    ) -> Option<i64> {
        let Some(person) = recipient
            .person
            .filter(|person| self.is_on_whatsapp(*person))
        else {
            return Some(131_026);
        };
        let thread = self.threads.get(person, phone);
        if self.has_blocked(person, phone) {
            return Some(131_026);
        }
        if template.is_some_and(|template| template.category == "MARKETING") {
            let portfolio = self.portfolio_of(phone);
            let who = self.person(person).ok()?;
            if who.stopped_marketing.contains(&portfolio) {
                return Some(131_050);
            }
            let nth = thread.map_or(0, |thread| thread.sends);
            let mut luck = self.luck("marketing cap", &format!("{} {phone} {nth}", person.0));
            if happens(&mut luck, self.behaviour.chances.marketing_cap) {
                return Some(131_049);
            }
        }
        let window = micros(limits::CUSTOMER_SERVICE_WINDOW);
        let wrote = thread.and_then(|thread| thread.last_inbound);
        let open = wrote.is_some_and(|at| self.now() - at < window);
        let free_form = !matches!(message.content, Content::Template { .. });
        (free_form && !open).then_some(131_047)
    }

    /// Takes a send: into the ledger, and into the thread if there is a person. Returns its place
    /// in the ledger.
    fn accept(
        &mut self,
        phone: &str,
        ask: &Ask,
        recipient: &Recipient,
        message: &Outbound,
        template: Option<&Template>,
    ) -> usize {
        let now = self.now();
        let kind = message.kind();
        let wamid = self.ids.wamid(&recipient.input, false);
        let content = ask.body[kind].clone();
        let is_reaction = kind == "reaction";
        let mut nth = 0;
        let mut price = None;
        if let Some(person) = recipient.person {
            if !is_reaction {
                price = Some(self.price(person, phone, template.map(|it| it.category.as_str())));
            }
            let thread = self.threads.of(person, phone);
            thread.sends += 1;
            thread.typing_until = 0;
            nth = thread.sends;
            if !recipient.to_user_id {
                thread.number_known_until = now + NUMBER_KNOWN_FOR;
            }
        }
        let send = self.ledger.accept(SendRecord {
            wamid: wamid.clone(),
            phone_number_id: phone.to_owned(),
            to: recipient.input.clone(),
            person: recipient.person,
            kind: kind.to_owned(),
            body_sha256: hex::encode(Sha256::digest(content.to_string())),
            callback_data: None,
            times_accepted: 0,
            nth,
            accepted_at: now,
            answer_lost: false,
            statuses: Vec::new(),
            plan: Plan {
                fails: None,
                to_user_id: recipient.to_user_id,
                price,
                only_sent: is_reaction,
            },
        });
        self.carries_one(phone);
        if let Some(person) = recipient.person {
            self.show(person, phone, wamid, content, message, template, send);
        }
        send
    }

    /// Puts an accepted send onto the person's phone.
    #[expect(clippy::too_many_arguments, reason = "what a message is made of")]
    fn show(
        &mut self,
        person: PersonId,
        phone: &str,
        wamid: String,
        content: Value,
        message: &Outbound,
        template: Option<&Template>,
        send: usize,
    ) {
        if let Content::Reaction { reaction } = &message.content {
            let emoji = Some(reaction.emoji.clone()).filter(|emoji| !emoji.is_empty());
            if let Some(target) = self.threads.find_mut(&reaction.message_id) {
                target.reaction_of_business = emoji;
            }
            return self.message_event(&reaction.message_id, false);
        }
        let shown = match (&message.content, template) {
            (Content::Template { template: given }, Some(template)) => Some(template.shown(given)),
            _ => None,
        };
        let answered = message.context.as_ref().map(|context| &context.message_id);
        // A message that is not there any more is answered without being quoted.
        let answered =
            answered.filter(|wamid| self.message_between(person, phone, wamid).is_some());
        let message = Message {
            wamid: wamid.clone(),
            at: self.now(),
            from_business: true,
            kind: message.kind().to_owned(),
            content,
            shown,
            reply_to: answered.cloned(),
            state: MessageState::Accepted,
            error: None,
            reaction_of_person: None,
            reaction_of_business: None,
            edited: false,
            revoked: false,
            on_screen: OnScreen::default(),
            record: Some(send),
        };
        self.threads.push(person, phone, message);
        self.message_event(&wamid, true);
    }
}
