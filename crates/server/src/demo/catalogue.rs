//! What a workspace must have before its people: tags, attribute definitions and an account.

use uuid::Uuid;

use super::dice::Dice;
use crate::access::Actor;
use crate::accounts::{self, NewAccount};
use crate::app::App;
use crate::customers::attributes::{self, AttributeType, Definition};
use crate::db::{self, sql};
use crate::http::ApiResult;
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, AttributeId, MemberId, TagId, WorkspaceId};
use crate::kernel::text::fold;

/// Tags, how many people in a hundred have each, and their hues.
pub(super) const TAGS: &[(&str, f64, i64)] = &[
    ("newsletter", 22.0, 210),
    ("retail", 12.0, 150),
    ("رمضان ٢٠٢٦", 8.0, 275),
    ("Riyadh store", 6.0, 30),
    ("wholesale", 5.0, 190),
    ("vip", 3.5, 45),
    ("birthday club", 3.0, 330),
    ("VAT invoice", 2.0, 100),
    ("B2B", 1.5, 240),
    ("شكوى مفتوحة", 0.9, 0),
    ("influencer", 0.4, 300),
    ("press", 0.05, 60),
];

/// Keys, labels and types of the attributes that people have values of.
const ATTRIBUTES: &[(&str, &str, AttributeType)] = &[
    ("plan", "Plan", AttributeType::Text),
    ("company", "Company", AttributeType::Text),
    ("loyalty_points", "Loyalty points", AttributeType::Number),
    ("newsletter", "Newsletter", AttributeType::Boolean),
    ("birthday", "Birthday", AttributeType::Date),
    ("preferred_time", "Preferred time", AttributeType::Time),
    ("contract_until", "Contract until", AttributeType::Datetime),
    ("preferences", "Preferences", AttributeType::Json),
];

/// What people refer to.
#[derive(Debug)]
pub(super) struct Catalogue {
    pub(super) workspace: WorkspaceId,
    /// In the order of [`TAGS`].
    pub(super) tags: Vec<TagId>,
    /// All definitions of the workspace.
    pub(super) attributes: Vec<Definition>,
    pub(super) accounts: Vec<AccountId>,
    pub(super) members: Vec<MemberId>,
}

/// The tags of one person, as places in [`TAGS`].
pub(super) fn throw_tags(dice: &mut Dice) -> Vec<usize> {
    let mut chosen = Vec::new();
    for (index, (_, percent, _)) in TAGS.iter().enumerate() {
        if dice.chance(*percent) {
            chosen.push(index);
        }
    }
    chosen
}

impl Catalogue {
    /// Finds what is there, and makes what is missing.
    pub(super) async fn prepare(
        app: &App,
        workspace: WorkspaceId,
        with_account: bool,
        now: Timestamp,
    ) -> ApiResult<Self> {
        let mut tx = app.db.begin().await?;
        let tags = tags(&mut tx, workspace, now).await?;
        for (key, label, kind) in ATTRIBUTES {
            let definition = Definition {
                id: AttributeId(0),
                key: (*key).to_owned(),
                label: (*label).to_owned(),
                kind: *kind,
                description: None,
                created_at: now,
                updated_at: now,
            };
            attributes::insert(&mut tx, workspace, &definition).await?;
        }
        let attributes = attributes::definitions(&mut tx, workspace).await?;
        let members: Vec<(MemberId,)> =
            sql("SELECT id FROM members WHERE workspace_id = $1 AND active ORDER BY id")
                .bind(workspace)
                .all(&mut tx)
                .await?;
        tx.commit().await?;
        let accounts = accounts::list(&app.db, workspace).await?;
        let mut accounts: Vec<AccountId> = accounts.iter().map(|known| known.id).collect();
        if accounts.is_empty() && with_account {
            accounts.push(connect_account(app, workspace).await?);
        }
        Ok(Self {
            workspace,
            tags,
            attributes,
            accounts,
            members: members.into_iter().map(|(id,)| id).collect(),
        })
    }

    /// Whether a value of this key fits: the workspace may use the key for something else.
    pub(super) fn fits(&self, key: &str) -> bool {
        let ours = ATTRIBUTES.iter().find(|(ours, ..)| *ours == key);
        let theirs = self
            .attributes
            .iter()
            .find(|definition| definition.key == key);
        ours.map(|(_, _, kind)| *kind) == theirs.map(|definition| definition.kind)
    }
}

async fn tags(tx: &mut db::Tx, workspace: WorkspaceId, now: Timestamp) -> db::Result<Vec<TagId>> {
    sql(
        "INSERT INTO tags (workspace_id, name, name_key, hue, created_at, updated_at)
         SELECT v.workspace_id, v.name, v.name_key, v.hue, v.at, v.at
         FROM $rows(workspace_id BIGINT, name TEXT, name_key TEXT, hue BIGINT, at BIGINT) v
         WHERE TRUE ON CONFLICT (workspace_id, name_key) DO NOTHING",
    )
    .rows(TAGS.iter().map(|(name, _, hue)| {
        vec![
            workspace.into(),
            (*name).into(),
            fold(name).into(),
            (*hue).into(),
            now.into(),
        ]
    }))
    .run(&mut *tx)
    .await?;
    let mut ids = Vec::with_capacity(TAGS.len());
    for (name, ..) in TAGS {
        let (id,) = sql("SELECT id FROM tags WHERE workspace_id = $1 AND name_key = $2")
            .bind(workspace)
            .bind(fold(name))
            .one(&mut *tx)
            .await?;
        ids.push(id);
    }
    Ok(ids)
}

/// An account that nobody can write to and that writes to nobody: conversations need one.
async fn connect_account(app: &App, workspace: WorkspaceId) -> ApiResult<AccountId> {
    let secret = || Uuid::new_v4().simple().to_string();
    let new = NewAccount {
        name: "Demo".to_owned(),
        phone_number_id: "demo".to_owned(),
        waba_id: "demo".to_owned(),
        access_token: secret(),
        app_secret: secret(),
        verify_token: secret(),
        graph_url: Some("http://localhost".to_owned()),
        default_region: None,
    };
    let connected = accounts::connect(app, workspace, new, Actor::Command).await?;
    Ok(connected.account.id)
}
