//! One of everything for a workspace.

use std::collections::BTreeMap;
use std::convert::Infallible;

use serde_json::json;
use uuid::Uuid;

use crate::access::{PermissionSet, Token};
use crate::app::App;
use crate::db::{Arg, sql};
use crate::kernel::ids::{CustomerId, WorkspaceId};
use crate::media::{self, Given};
use crate::testing::NOW;
use crate::testing::files::picture;
use crate::testing::graph::Meta;

/// The ids of one of everything.
pub(super) struct Ids {
    pub(super) workspace: WorkspaceId,
    /// What may never be seen from outside, in lower case.
    pub(super) secrets: Vec<String>,
    /// An all-powerful key of the workspace.
    pub(super) key: String,
    found: BTreeMap<&'static str, (i64, Option<Uuid>)>,
}

impl Ids {
    /// The integer id of the thing of this kind.
    pub(super) fn int(&self, kind: &str) -> i64 {
        let found = self.found.get(kind);
        found.unwrap_or_else(|| panic!("furnish makes no {kind}")).0
    }

    /// The uuid of the thing of this kind.
    pub(super) fn uuid(&self, kind: &str) -> Uuid {
        let uuid = self.found.get(kind).and_then(|(_, uuid)| *uuid);
        uuid.unwrap_or_else(|| panic!("furnish makes no {kind} with a uuid"))
    }
}

/// Inserts rows of one workspace.
struct Furniture<'a> {
    app: &'a App,
    ids: Ids,
}

impl Furniture<'_> {
    /// Inserts a row with these columns besides `workspace_id`; its first column named is returned.
    async fn put(&self, table: &str, columns: &[(&str, Arg)]) -> i64 {
        let names: Vec<_> = columns.iter().map(|(name, _)| *name).collect();
        let places: Vec<_> = (2..columns.len() + 2).map(|n| format!("${n}")).collect();
        let (id,) = sql(format!(
            "INSERT INTO {table} (workspace_id, {}) VALUES ($1, {}) RETURNING {}",
            names.join(", "),
            places.join(", "),
            if table_has_id(table) {
                "id"
            } else {
                "workspace_id"
            },
        ))
        .bind(self.ids.workspace)
        .bind_all(columns.iter().map(|(_, value)| value.clone()))
        .one(&self.app.db)
        .await
        .unwrap_or_else(|error| panic!("a row of {table}: {error}"));
        id
    }

    /// The same for something that is addressed from outside.
    async fn make(&mut self, kind: &'static str, table: &str, columns: &[(&str, Arg)]) -> Arg {
        let uuid = columns.iter().find_map(|(name, value)| match value {
            Arg::Uuid(uuid) if *name == "uuid" => Some(*uuid),
            _ => None,
        });
        let id = self.put(table, columns).await;
        self.ids.secrets.extend(uuid.map(|uuid| uuid.to_string()));
        self.ids.found.insert(kind, (id, uuid));
        id.into()
    }
}

fn table_has_id(table: &str) -> bool {
    !matches!(
        table,
        "counters"
            | "sessions"
            | "invitations"
            | "customer_stats"
            | "contact_aliases"
            | "attribute_values"
            | "customer_tags"
            | "suppressions"
            | "free_entry_points"
            | "message_costs"
            | "charged_conversations"
            | "message_media"
            | "media_uploads"
    )
}

/// Makes one of everything for a workspace; every text of it has `word` in it.
pub(super) async fn furnish(app: &App, workspace: WorkspaceId, word: &str) -> Ids {
    let tag = &Uuid::new_v4().simple().to_string()[..8];
    let digits = format!("9665{:08}", Uuid::new_v4().as_u128() % 100_000_000);
    let ids = Ids {
        workspace,
        secrets: vec![word.to_lowercase(), digits.clone()],
        key: String::new(),
        found: BTreeMap::new(),
    };
    let mut rows = Furniture { app, ids };
    let scene = Scene {
        name: format!("{word} ليلى {tag}"),
        tag: tag.to_owned(),
        digits,
    };
    team(&mut rows, &scene).await;
    senders(&mut rows, &scene).await;
    people(&mut rows, &scene).await;
    talk(&mut rows, &scene).await;
    let customer = CustomerId(rows.ids.int("customer"));
    let mut tx = app.db.begin().await.expect("begin");
    crate::search::index(&mut tx, workspace, &[customer])
        .await
        .expect("indexed");
    tx.commit().await.expect("commit");
    rows.ids
}

/// The texts of one workspace's things.
struct Scene {
    /// What everything is called.
    name: String,
    /// Makes keys unique.
    tag: String,
    /// The customer's phone number.
    digits: String,
}

impl Scene {
    fn name(&self) -> Arg {
        self.name.as_str().into()
    }

    /// The name as a key of its table.
    fn key(&self) -> Arg {
        self.name.to_lowercase().into()
    }
}

async fn team(rows: &mut Furniture<'_>, scene: &Scene) {
    let email: Arg = format!("member.{}@example.com", scene.tag).into();
    let member = rows
        .make(
            "member",
            "members",
            &[
                ("uuid", Uuid::now_v7().into()),
                ("name", scene.name()),
                ("email", email.clone()),
                ("email_key", email),
                ("role", "agent".into()),
                ("password_hash", scene.name()),
                ("created_at", NOW.into()),
                ("updated_at", NOW.into()),
            ],
        )
        .await;
    let hash: Arg = Token::session().hash().to_vec().into();
    rows.put(
        "sessions",
        &[
            ("token_hash", hash.clone()),
            ("member_id", member.clone()),
            ("user_agent", scene.name()),
            ("created_at", NOW.into()),
            ("last_used_at", NOW.into()),
            ("expires_at", i64::MAX.into()),
        ],
    )
    .await;
    rows.put(
        "invitations",
        &[
            ("member_id", member.clone()),
            ("token_hash", hash),
            ("created_at", NOW.into()),
            ("expires_at", i64::MAX.into()),
        ],
    )
    .await;
    let token = Token::api_key();
    rows.make(
        "key",
        "api_keys",
        &[
            ("name", scene.name()),
            ("hint", token.hint().into()),
            ("key_hash", token.hash().to_vec().into()),
            ("scopes", json!(PermissionSet::all().names()).into()),
            ("created_by", member),
            // Used a moment ago, so that another use is not noted.
            ("created_at", NOW.into()),
            ("last_used_at", NOW.into()),
        ],
    )
    .await;
    rows.ids.key = token.reveal().to_owned();
}

async fn senders(rows: &mut Furniture<'_>, scene: &Scene) {
    let secret = |text: &str| -> Arg { rows.app.secrets.seal(text).into() };
    let (app_secret, verify_token, access_token) =
        (secret("app"), secret("verify"), secret("access"));
    let app = rows
        .make(
            "app",
            "apps",
            &[
                ("uuid", Uuid::now_v7().into()),
                ("app_secret", app_secret),
                ("verify_token", verify_token),
                ("created_at", NOW.into()),
            ],
        )
        .await;
    let account = rows
        .make(
            "account",
            "accounts",
            &[
                ("uuid", Uuid::now_v7().into()),
                ("channel", "whatsapp".into()),
                ("name", scene.name()),
                ("app_id", app.clone()),
                ("phone_number_id", scene.digits.as_str().into()),
                ("waba_id", "204".into()),
                ("access_token", access_token),
                ("graph_url", Meta::start().await.url.into()),
                ("health", json!({}).into()),
                ("created_at", NOW.into()),
                ("updated_at", NOW.into()),
            ],
        )
        .await;
    rows.put(
        "account_updates",
        &[
            ("app_id", app.clone()),
            ("account_id", account),
            ("kind", "account_update".into()),
            ("data", json!({"about": scene.name}).into()),
            ("change_key", Uuid::now_v7().into()),
            ("at", NOW.into()),
            ("received_at", NOW.into()),
        ],
    )
    .await;
    rows.make(
        "template",
        "templates",
        &[
            ("waba_id", "204".into()),
            ("meta_id", scene.digits.as_str().into()),
            ("name", format!("order_{}", scene.tag).into()),
            ("language", "ar".into()),
            ("status", "APPROVED".into()),
            ("category", "UTILITY".into()),
            ("parameter_format", "POSITIONAL".into()),
            (
                "components",
                json!([{"type": "BODY", "text": scene.name}]).into(),
            ),
            ("body", scene.name()),
            ("param_count", Arg::Int(0)),
            ("search_text", scene.key()),
            ("status_at", NOW.into()),
            ("category_at", NOW.into()),
            ("quality_at", NOW.into()),
            ("components_at", NOW.into()),
            ("created_at", NOW.into()),
            ("updated_at", NOW.into()),
        ],
    )
    .await;
    rows.make(
        "webhook_event",
        "webhook_events",
        &[
            ("app_id", app),
            ("received_at", NOW.into()),
            ("state", "failed".into()),
            ("problem", scene.name()),
            ("body", scene.name.as_bytes().into()),
        ],
    )
    .await;
}

async fn people(rows: &mut Furniture<'_>, scene: &Scene) {
    let phone: Arg = format!("+{}", scene.digits).into();
    let key = format!("{}_{}", scene.tag, "city");
    let email: Arg = format!("customer.{}@example.com", scene.tag).into();
    let columns = [
        ("name", scene.name()),
        ("name_key", scene.key()),
        ("email", email.clone()),
        ("email_key", email),
        ("phone", phone.clone()),
        ("attributes", json!({&key: scene.name}).into()),
        ("owner_id", rows.ids.int("member").into()),
        ("source", "api".into()),
        ("created_at", NOW.into()),
        ("updated_at", NOW.into()),
    ];
    let with_uuid = || [&[("uuid", Uuid::now_v7().into())], &columns[..]].concat();
    let customer = rows.make("customer", "customers", &with_uuid()).await;
    let other: Arg = rows.put("customers", &with_uuid()).await.into();
    let of_customer = || ("customer_id", customer.clone());
    rows.put("customer_stats", &[of_customer()]).await;
    let contact = rows
        .make(
            "contact",
            "contacts",
            &[
                ("uuid", Uuid::now_v7().into()),
                of_customer(),
                ("channel", "whatsapp".into()),
                ("phone", phone.clone()),
                ("profile_name", scene.name()),
                ("account_id", rows.ids.int("account").into()),
                ("activity_at", NOW.into()),
                ("created_at", NOW.into()),
                ("updated_at", NOW.into()),
            ],
        )
        .await;
    rows.put(
        "contact_aliases",
        &[
            ("channel", "whatsapp".into()),
            ("value", phone),
            ("contact_id", contact.clone()),
        ],
    )
    .await;
    rows.make(
        "duplicate",
        "possible_duplicates",
        &[
            of_customer(),
            ("other_customer_id", other),
            ("reason", scene.name()),
            ("data", json!({}).into()),
            ("created_at", NOW.into()),
        ],
    )
    .await;
    let attribute = rows
        .make(
            "attribute",
            "attributes",
            &[
                ("key", key.into()),
                ("label", scene.name()),
                ("type", "text".into()),
                ("created_at", NOW.into()),
                ("updated_at", NOW.into()),
            ],
        )
        .await;
    rows.put(
        "attribute_values",
        &[
            ("attribute_id", attribute),
            of_customer(),
            ("text_value", scene.key()),
        ],
    )
    .await;
    let tag = rows
        .make(
            "tag",
            "tags",
            &[
                ("name", scene.name()),
                ("name_key", scene.key()),
                ("created_at", NOW.into()),
                ("updated_at", NOW.into()),
            ],
        )
        .await;
    rows.put("customer_tags", &[("tag_id", tag), of_customer()])
        .await;
    rows.make(
        "note",
        "notes",
        &[
            of_customer(),
            ("author_id", rows.ids.int("member").into()),
            ("body", scene.name()),
            ("created_at", NOW.into()),
            ("updated_at", NOW.into()),
        ],
    )
    .await;
    rows.put(
        "consents",
        &[
            of_customer(),
            ("contact_id", contact),
            ("purpose", "marketing".into()),
            ("granted", true.into()),
            ("source", "member".into()),
            ("evidence", scene.name()),
            ("actor_kind", "system".into()),
            ("at", NOW.into()),
            ("recorded_at", NOW.into()),
        ],
    )
    .await;
    rows.put(
        "suppressions",
        &[
            ("address_hash", scene.name.as_bytes().into()),
            ("purpose", "marketing".into()),
            ("at", NOW.into()),
        ],
    )
    .await;
    for about in [customer.clone(), Arg::Null] {
        rows.put(
            "events",
            &[
                ("customer_id", about),
                ("kind", "customer.name_changed".into()),
                ("actor_kind", "member".into()),
                ("actor_id", rows.ids.int("member").into()),
                ("data", json!({"old": scene.name}).into()),
                ("at", NOW.into()),
            ],
        )
        .await;
    }
}

/// Groups, and what messages cost.
async fn apart(rows: &mut Furniture<'_>, scene: &Scene) {
    let account: Arg = rows.ids.int("account").into();
    let group = rows
        .make(
            "group",
            "chat_groups",
            &[
                ("account_id", account.clone()),
                ("group_id", scene.name()),
                ("group_key", Uuid::now_v7().into()),
                ("subject", scene.name()),
                ("last_message_at", NOW.into()),
                ("created_at", NOW.into()),
            ],
        )
        .await;
    rows.put(
        "group_messages",
        &[
            ("chat_group_id", group),
            ("message_key", Uuid::now_v7().into()),
            ("is_update", false.into()),
            ("type", "text".into()),
            ("sender_name", scene.name()),
            ("at", NOW.into()),
            ("received_at", NOW.into()),
            ("text", scene.name()),
            ("payload", json!({}).into()),
        ],
    )
    .await;
    rows.put(
        "free_entry_points",
        &[
            ("contact_id", rows.ids.int("contact").into()),
            ("account_id", account.clone()),
            ("began_at", NOW.into()),
            ("expires_at", i64::MAX.into()),
        ],
    )
    .await;
    rows.put(
        "message_costs",
        &[
            ("day", Arg::Int(20_777)),
            ("account_id", account.clone()),
            ("category", scene.name()),
            ("type", "regular".into()),
            ("country", "SA".into()),
            ("messages", Arg::Int(1)),
            ("billable", Arg::Int(1)),
        ],
    )
    .await;
    rows.put(
        "charged_conversations",
        &[
            ("account_id", account),
            ("conversation_key", Uuid::now_v7().into()),
        ],
    )
    .await;
}

async fn talk(rows: &mut Furniture<'_>, scene: &Scene) {
    let contact: Arg = rows.ids.int("contact").into();
    let account: Arg = rows.ids.int("account").into();
    let conversation = rows
        .make(
            "conversation",
            "conversations",
            &[
                ("uuid", Uuid::now_v7().into()),
                ("contact_id", contact.clone()),
                ("customer_id", rows.ids.int("customer").into()),
                ("account_id", account.clone()),
                ("assignee_id", rows.ids.int("member").into()),
                ("session_data", json!({"city": scene.name}).into()),
                ("started_at", NOW.into()),
                ("last_message_at", NOW.into()),
                ("messages_count", Arg::Int(1)),
            ],
        )
        .await;
    rows.make(
        "thread_note",
        "messages",
        &[
            ("conversation_id", conversation.clone()),
            ("contact_id", contact.clone()),
            ("account_id", account.clone()),
            ("direction", "note".into()),
            ("type", "text".into()),
            ("at", NOW.into()),
            ("received_at", NOW.into()),
            ("text", scene.name()),
            ("payload", json!({"mention_ids": []}).into()),
        ],
    )
    .await;
    let wamid_key = Uuid::new_v4();
    let message = rows
        .make(
            "message",
            "messages",
            &[
                ("conversation_id", conversation),
                ("contact_id", contact),
                ("account_id", account.clone()),
                ("direction", "in".into()),
                ("type", "text".into()),
                ("wamid", scene.name()),
                ("wamid_key", wamid_key.into()),
                ("at", NOW.into()),
                ("received_at", NOW.into()),
                ("text", scene.name()),
                ("payload", json!({}).into()),
            ],
        )
        .await;
    file(rows, scene, message).await;
    rows.put(
        "message_statuses",
        &[
            ("account_id", account),
            ("wamid_key", wamid_key.into()),
            ("wamid", scene.name()),
            ("status", "read".into()),
            ("recipient", "".into()),
            ("at", NOW.into()),
            ("data", json!({}).into()),
            ("received_at", NOW.into()),
        ],
    )
    .await;
    apart(rows, scene).await;
    rows.make(
        "simulated_person",
        "simulated_people",
        &[
            (
                "person",
                json!({"name": scene.name, "number": scene.digits}).into(),
            ),
            ("created_at", NOW.into()),
        ],
    )
    .await;
    rows.make(
        "job",
        "jobs",
        &[
            ("kind", "isolation.nothing".into()),
            ("payload", json!({"about": scene.name}).into()),
            ("state", "dead".into()),
            ("run_at", NOW.into()),
            ("created_at", NOW.into()),
        ],
    )
    .await;
}

/// A picture that the message has. Its bytes are the same in every workspace.
async fn file(rows: &mut Furniture<'_>, scene: &Scene, message: Arg) {
    let given = Given {
        mime_type: Some("image/png".to_owned()),
        filename: Some(format!("{}.png", scene.name)),
    };
    let body = futures_util::stream::iter([Ok::<_, Infallible>(picture(8, 8))]);
    let taken = media::take(rows.app, rows.ids.workspace, given, body).await;
    let uuid = taken.expect("a file").id.expect("an id");
    let (id,): (i64,) = sql("SELECT id FROM media WHERE uuid = $1")
        .bind(uuid)
        .one(&rows.app.db)
        .await
        .expect("a row");
    rows.ids.secrets.push(uuid.to_string());
    rows.ids.found.insert("media", (id, Some(uuid)));
    rows.put(
        "message_media",
        &[("message_id", message), ("media_id", id.into())],
    )
    .await;
    rows.put(
        "media_uploads",
        &[
            ("media_id", id.into()),
            ("account_id", rows.ids.int("account").into()),
            ("whatsapp_id", scene.digits.as_str().into()),
            ("expires_at", i64::MAX.into()),
        ],
    )
    .await;
}
