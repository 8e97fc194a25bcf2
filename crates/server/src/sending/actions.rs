//! Giving a message to be sent: checked, written and queued in one transaction.

use serde_json::{Map, Value, json};
use whatsapp::outbound::{self, Content, Message, TemplateMessage};
use whatsapp::problem::Problem as Fault;
use whatsapp::template::{check_send, render};

use super::files;
use super::idempotency::Key;
use super::model::State;
use super::store::{self, Outgoing, Person};
use crate::access::Caller;
use crate::accounts::{self, Account};
use crate::app::App;
use crate::conversations::{self, NotSent, Spoken, Spot, Status};
use crate::db::{Topic, Tx};
use crate::http::{ApiResult, Faults, Problem};
use crate::kernel::clock::{DAY, Timestamp};
use crate::kernel::ids::{
    AccountId, ContactId, ConversationId, MediaId, MessageId, TemplateId, WorkspaceId,
};
use crate::kernel::key::key_of;
use crate::media;
use crate::templates::{self, TemplateCategory, TemplateStatus};
use crate::timeline;
use crate::window::{SessionTemplate, Window};

/// What free-form messages are, in Meta's words.
const SERVICE: &str = "SERVICE";
/// How far ahead a message can be scheduled, in microseconds.
const AHEAD: i64 = 365 * DAY;
/// Where a template's rendered form is kept beside its values.
pub(super) const RENDERED: &str = "rendered";

/// A message to be sent, read and checked by itself.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) message: Message,
    pub(super) send_at: Option<Timestamp>,
}

impl Draft {
    /// Reads what a request asks for; whom it is for was taken out before.
    pub(super) fn read(mut fields: Map<String, Value>, now: Timestamp) -> ApiResult<Self> {
        let mut faults = Faults::default();
        let send_at = fields.remove("send_at").filter(|at| !at.is_null());
        let send_at = send_at.and_then(|at| {
            let at: Timestamp = faults.check("send_at", serde_json::from_value(at))?;
            if at <= now || at > now.plus(AHEAD) {
                faults.add("send_at", "must be in the future, at most a year ahead");
            }
            Some(at)
        });
        let message = outbound::parse(&Value::Object(fields));
        match message {
            Ok(message) if faults.is_empty() => Ok(Self { message, send_at }),
            Ok(_) => Err(faults.problem()),
            Err(found) => Err(add(faults, found).problem()),
        }
    }
}

fn add(mut faults: Faults, found: Vec<Fault>) -> Faults {
    for fault in found {
        let field = match fault.field.as_str() {
            "" => "body".to_owned(),
            _ => fault.field,
        };
        faults.add(field, fault.message);
    }
    faults
}

/// Where a message is to go.
#[derive(Debug, Clone, Copy)]
pub(super) enum Target {
    Conversation(ConversationId),
    Contact(ContactId, AccountId),
}

/// A message that was given to be sent.
#[derive(Debug)]
pub(super) struct Given {
    pub(super) message: MessageId,
    pub(super) conversation: ConversationId,
    /// An earlier request with the same key gave it.
    pub(super) is_replay: bool,
}

/// Gives a message to be sent.
pub(super) async fn send(
    app: &App,
    caller: &Caller,
    target: Target,
    draft: Draft,
    key: Option<Key>,
) -> ApiResult<Given> {
    let (workspace, now) = (caller.workspace, app.clock.now());
    let mut tx = app.db.begin().await?;
    let spot = spot(&mut tx, workspace, target, now).await?;
    if let Some(key) = key
        && let Some((message, conversation)) = key.take(&mut tx, workspace, now).await?
    {
        return Ok(Given {
            message,
            conversation,
            is_replay: true,
        });
    }
    if spot.status == Status::Resolved {
        return Err(resolved(&mut tx, workspace, &spot).await?);
    }
    let account = accounts::find(&mut tx, workspace, spot.account).await?;
    let account = account.ok_or_else(|| {
        let title = "The WhatsApp number of this conversation was removed; write from another one.";
        Problem::conflict("account.removed", title)
    })?;
    let person = store::person(&mut tx, workspace, &spot).await?;
    let checked = check(
        app,
        &mut tx,
        workspace,
        (&spot, &account, &person),
        &draft,
        now,
    )
    .await?;
    let message = write(&mut tx, caller, &spot, draft, checked, now).await?;
    if let Some(key) = key {
        key.keep(&mut tx, workspace, message).await?;
    }
    tx.signal(Topic::Outbox);
    tx.commit().await?;
    Ok(Given {
        message,
        conversation: spot.conversation,
        is_replay: false,
    })
}

async fn spot(
    tx: &mut Tx,
    workspace: WorkspaceId,
    target: Target,
    now: Timestamp,
) -> ApiResult<Spot> {
    match target {
        Target::Conversation(id) => {
            let spot = conversations::lock(tx, workspace, id).await?;
            spot.ok_or_else(|| Problem::not_found("conversation"))
        }
        Target::Contact(contact, account) => {
            let pair = (contact, account);
            let spot = conversations::lock_or_begin(tx, workspace, pair, now).await?;
            spot.ok_or_else(|| Problem::not_found("contact"))
        }
    }
}

async fn resolved(tx: &mut Tx, workspace: WorkspaceId, spot: &Spot) -> ApiResult<Problem> {
    let live = conversations::find_live(tx, workspace, spot).await?;
    let title = match live {
        Some(_) => "The conversation is resolved; go on in the contact's other one.",
        None => {
            "The conversation is resolved. Open it again, or write to its contact to begin another."
        }
    };
    let problem = Problem::conflict("conversation.resolved", title);
    Ok(problem.with_data(json!({"conversation_id": live, "contact_id": spot.contact})))
}

/// What checking a message against its recipient has found out.
#[derive(Debug)]
struct Checked {
    category: String,
    template: Option<TemplateId>,
    /// What the customer will read, where the message itself does not say.
    rendered: Option<(String, Value)>,
    /// Our files in it.
    files: Vec<MediaId>,
}

/// Refuses what would not be sent anyway: the same rules hold again when it is claimed.
async fn check(
    app: &App,
    tx: &mut Tx,
    workspace: WorkspaceId,
    (spot, account, person): (&Spot, &Account, &Person),
    draft: &Draft,
    now: Timestamp,
) -> ApiResult<Checked> {
    if person.blocked {
        let title = "The customer is blocked and gets no messages. Unblock them first.";
        return Err(Problem::conflict(NotSent::Blocked.as_str(), title));
    }
    if person.phone.is_none() && person.bsuid.is_none() {
        let title = "The contact has neither a phone number nor a WhatsApp user id.";
        return Err(Problem::conflict(NotSent::NoAddress.as_str(), title));
    }
    let answered = draft
        .message
        .context
        .as_ref()
        .map(|context| ("context.message_id", &context.message_id));
    let reacted = match &draft.message.content {
        Content::Reaction { reaction } => Some(("reaction.message_id", &reaction.message_id)),
        _ => None,
    };
    for (field, wamid) in answered.into_iter().chain(reacted) {
        if !store::is_between(tx, workspace, spot, key_of(wamid)).await? {
            let message = "is no message between this contact and this number";
            return Err(Problem::invalid(field, message));
        }
    }
    let files = files::check(tx, workspace, &draft.message.content()).await?;
    if let Content::Template { template } = &draft.message.content {
        let checked = check_template(tx, workspace, (account, person), template).await?;
        return Ok(Checked { files, ..checked });
    }
    let window = person
        .last_inbound_at
        .map(|last_inbound_at| Window { last_inbound_at });
    // The customer may write until a scheduled one is due: it is looked at again then.
    if draft.send_at.is_none() && !window.is_some_and(|window| window.is_open(now)) {
        return Err(window_closed(app, workspace, account, window).await?);
    }
    Ok(Checked {
        category: SERVICE.to_owned(),
        template: None,
        rendered: None,
        files,
    })
}

async fn window_closed(
    app: &App,
    workspace: WorkspaceId,
    account: &Account,
    window: Option<Window>,
) -> ApiResult<Problem> {
    let templates = templates::sendable(&app.db, workspace, &account.waba_id).await?;
    let templates: Vec<_> = templates.into_iter().map(SessionTemplate::from).collect();
    let title = match window {
        Some(_) => "The customer's last message is more than 24 hours old: send a template.",
        None => "The customer has not written to this number: begin with a template.",
    };
    Ok(
        Problem::conflict(NotSent::WindowClosed.as_str(), title).with_data(json!({
            "expired_at": window.map(Window::expires_at),
            "templates": templates,
        })),
    )
}

async fn check_template(
    tx: &mut Tx,
    workspace: WorkspaceId,
    (account, person): (&Account, &Person),
    message: &TemplateMessage,
) -> ApiResult<Checked> {
    let name = (message.name.as_str(), message.language.code.as_str());
    let found = templates::by_name(tx, workspace, &account.waba_id, name).await?;
    let usable = found.and_then(|template| Some((template.known()?, template)));
    let Some((known, template)) = usable else {
        let message =
            "names no template of this number in this language; sync the templates if it is new";
        return Err(Problem::invalid("template.name", message));
    };
    if template.status != TemplateStatus::Approved.as_str() {
        let message = format!(
            "is {}; only approved templates can be sent",
            template.status
        );
        return Err(Problem::invalid("template.name", message));
    }
    if let Err(found) = check_send(&known, message) {
        return Err(add(Faults::default(), found).problem());
    }
    if known.needs_phone_number() && person.phone.is_none() {
        let message = "needs a phone number, and only the user id of this contact is known";
        return Err(Problem::invalid("template.name", message));
    }
    if person.opted_out && template.category == TemplateCategory::Marketing.as_str() {
        let title = "The customer does not want marketing messages, and this template is one.";
        return Err(Problem::conflict(NotSent::OptedOut.as_str(), title));
    }
    let rendered = render(&known, message);
    Ok(Checked {
        category: template.category,
        template: Some(template.id),
        rendered: Some((rendered.shown_text(), json!(rendered))),
        files: Vec::new(),
    })
}

async fn write(
    tx: &mut Tx,
    caller: &Caller,
    spot: &Spot,
    draft: Draft,
    checked: Checked,
    now: Timestamp,
) -> ApiResult<MessageId> {
    let workspace = caller.workspace;
    let Draft { message, send_at } = draft;
    let target = match &message.content {
        Content::Reaction { reaction } => Some(key_of(&reaction.message_id)),
        _ => None,
    };
    let mut payload = message.content();
    let mut text = message.shown_text();
    if let Some((shown, rendered)) = checked.rendered {
        payload[RENDERED] = rendered;
        text = Some(shown);
    }
    let author = caller.actor.member();
    let outgoing = Outgoing {
        kind: message.kind(),
        text,
        payload,
        target,
        reply_to: message
            .context
            .as_ref()
            .map(|context| context.message_id.as_str()),
        category: &checked.category,
        template: checked.template,
        author,
        send_at,
        has_files: !checked.files.is_empty(),
    };
    let id = store::insert(tx, workspace, spot, outgoing, now).await?;
    for file in &checked.files {
        media::attach(tx, workspace, id, *file).await?;
    }
    if !checked.files.is_empty() {
        files::wait_for(tx, workspace, id, now).await?;
    }
    match target {
        Some(target) => store::take_back_reactions(tx, spot, target, (id, now)).await?,
        None if send_at.is_none() => {
            let spoken = Spoken {
                conversation: spot.conversation,
                contact: spot.contact,
                customer: spot.customer,
                account: spot.account,
                message: id,
                category: checked.category,
                by_member: author.is_some(),
            };
            conversations::count_outbound(tx, workspace, &[spoken], now).await?;
            let by = (caller.actor, now);
            conversations::read_by_answering(tx, workspace, spot, by).await?;
        }
        None => {}
    }
    Ok(id)
}

/// Takes back a scheduled message before it is sent.
pub(super) async fn cancel(
    app: &App,
    caller: &Caller,
    conversation: ConversationId,
    message: MessageId,
) -> ApiResult<()> {
    let (workspace, now) = (caller.workspace, app.clock.now());
    let mut tx = app.db.begin().await?;
    let spot = conversations::lock(&mut tx, workspace, conversation).await?;
    let spot = spot.ok_or_else(|| Problem::not_found("conversation"))?;
    let waiting = store::lock_waiting(&mut tx, workspace, (conversation, message)).await?;
    let is_scheduled = waiting.as_ref().is_some_and(|waiting| {
        waiting.status == "scheduled" && matches!(waiting.state, State::Waiting | State::Files)
    });
    if !is_scheduled {
        conversations::message(app, caller, conversation, message).await?; // 404 when there is none
        let title = "Only messages that are scheduled and not sent yet can be cancelled.";
        return Err(Problem::conflict("message.not_scheduled", title));
    }
    store::delete(&mut tx, workspace, message).await?;
    let data = json!({"conversation_id": conversation, "message_id": message});
    let told = ("conversation.scheduled_message_cancelled", data);
    timeline::tell(&mut tx, workspace, spot.customer, told, (caller.actor, now)).await?;
    Ok(tx.commit().await?)
}

/// The content of a failed message, to be sent again as another one.
pub(super) async fn again(
    app: &App,
    workspace: WorkspaceId,
    conversation: ConversationId,
    message: MessageId,
) -> ApiResult<Draft> {
    let found = store::content(&app.db, workspace, (conversation, message)).await?;
    let (content, status) = found.ok_or_else(|| Problem::not_found("message"))?;
    if status.as_deref() != Some("failed") {
        let title = "Only messages that failed can be sent again.";
        return Err(Problem::conflict("message.not_failed", title));
    }
    match content.0 {
        Value::Object(mut fields) => {
            fields.remove(RENDERED);
            Draft::read(fields, app.clock.now())
        }
        _ => Err(Problem::not_found("message")),
    }
}
