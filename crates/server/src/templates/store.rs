//! Every statement about templates.

use serde_json::Value;
use whatsapp::template::Template as Listed;

use super::model::{Template, TemplateCategory, TemplateStatus};
use super::model::{components_of, count, format_of, search_text};
use crate::db::{self, Arg, Conn, Db, Json, Sql, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, TemplateId, WorkspaceId};

fn templates(condition: &str) -> Sql {
    sql(format!(
        "SELECT id, waba_id, meta_id, name, language, status, category, previous_category,
             upcoming_category, quality, parameter_format, components, body, param_count,
             rejected_reason, status_detail, message_send_ttl_seconds, status_at, category_at,
             quality_at, components_at, created_at, updated_at
         FROM templates WHERE workspace_id = $1 AND {condition}"
    ))
}

/// Which templates are meant.
#[derive(Debug, Clone, Default)]
pub(super) struct Filter {
    /// Of this account's business account.
    pub(super) account: Option<AccountId>,
    /// Those that Meta no longer has only when they are asked for.
    pub(super) status: Option<TemplateStatus>,
    pub(super) category: Option<TemplateCategory>,
    pub(super) language: Option<String>,
    pub(super) name: Option<String>,
    /// Folded pieces, each of them a part of the name or the body.
    pub(super) needles: Vec<String>,
}

/// The place after a row: its name, its language and its id.
pub(super) type After = (String, String, i64);

/// A page of templates by name and language.
pub(super) async fn list(
    db: &Db,
    workspace: WorkspaceId,
    filter: &Filter,
    after: Option<After>,
    limit: i64,
) -> db::Result<Vec<Template>> {
    let mut args: Vec<Arg> = vec![workspace.into()];
    let mut conditions = vec![match filter.status {
        Some(_) => "TRUE".to_owned(),
        None => format!("status <> '{}'", TemplateStatus::Deleted.as_str()),
    }];
    let mut add = |condition: &str, value: Arg| {
        args.push(value);
        conditions.push(condition.replace("$?", &format!("${}", args.len())));
    };
    let equal = [
        ("status = $?", filter.status.map(Arg::from)),
        ("category = $?", filter.category.map(Arg::from)),
        ("language = $?", filter.language.as_deref().map(Arg::from)),
        ("name = $?", filter.name.as_deref().map(Arg::from)),
        (
            "waba_id = (SELECT waba_id FROM accounts WHERE workspace_id = $1 AND id = $?)",
            filter.account.map(Arg::from),
        ),
    ];
    for (condition, value) in equal {
        if let Some(value) = value {
            add(condition, value);
        }
    }
    for needle in &filter.needles {
        add(r"search_text LIKE $? ESCAPE '\'", containing(needle).into());
    }
    if let Some((name, language, id)) = after {
        args.extend([name.into(), language.into(), id.into()]);
        let last = args.len();
        conditions.push(format!(
            "(name, language, id) > (${}, ${}, ${last})",
            last - 2,
            last - 1
        ));
    }
    args.push(limit.into());
    let limit = args.len();
    templates(&format!(
        "{} ORDER BY name, language, id LIMIT ${limit}",
        conditions.join(" AND ")
    ))
    .bind_all(args)
    .all(db)
    .await
}

/// A pattern for what contains these words.
fn containing(needle: &str) -> String {
    let mut pattern = String::from("%");
    for letter in needle.chars() {
        if matches!(letter, '\\' | '%' | '_') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern + "%"
}

/// One template.
pub async fn find(
    db: impl Into<Conn<'_>>,
    workspace: WorkspaceId,
    id: TemplateId,
) -> db::Result<Option<Template>> {
    templates("id = $2")
        .bind(workspace)
        .bind(id)
        .maybe(db)
        .await
}

/// The business account's templates that Meta still has.
pub async fn of_waba(db: &Db, workspace: WorkspaceId, waba_id: &str) -> db::Result<Vec<Template>> {
    templates("waba_id = $2 AND status <> $3 ORDER BY name, language, id")
        .bind(workspace)
        .bind(waba_id)
        .bind(TemplateStatus::Deleted)
        .all(db)
        .await
}

/// The template of this name and language, whatever its status.
pub async fn by_name(
    tx: &mut Tx,
    workspace: WorkspaceId,
    waba_id: &str,
    (name, language): (&str, &str),
) -> db::Result<Option<Template>> {
    templates("waba_id = $2 AND name = $3 AND language = $4")
        .bind(workspace)
        .bind(waba_id)
        .bind(name)
        .bind(language)
        .maybe(tx)
        .await
}

/// Keeps others from learning of the business account's templates until the transaction ends, so
/// that none is added twice.
pub(super) async fn lock(tx: &mut Tx, workspace: WorkspaceId, waba_id: &str) -> db::Result<()> {
    let _: Vec<(AccountId,)> = sql("SELECT id FROM accounts
         WHERE workspace_id = $1 AND waba_id = $2 ORDER BY id FOR UPDATE")
    .bind(workspace)
    .bind(waba_id)
    .all(tx)
    .await?;
    Ok(())
}

/// A business account's templates, those that Meta no longer has included, to be changed.
pub(super) async fn locked(
    tx: &mut Tx,
    workspace: WorkspaceId,
    waba_id: &str,
) -> db::Result<Vec<Template>> {
    templates("waba_id = $2 ORDER BY name, language FOR UPDATE")
        .bind(workspace)
        .bind(waba_id)
        .all(tx)
        .await
}

/// The template of this name and language, to be changed.
pub(super) async fn locked_by_name(
    tx: &mut Tx,
    workspace: WorkspaceId,
    waba_id: &str,
    (name, language): (&str, &str),
) -> db::Result<Option<Template>> {
    templates("waba_id = $2 AND name = $3 AND language = $4 FOR UPDATE")
        .bind(workspace)
        .bind(waba_id)
        .bind(name)
        .bind(language)
        .maybe(tx)
        .await
}

/// The template with this id of Meta's, to be changed.
pub(super) async fn locked_by_meta_id(
    tx: &mut Tx,
    workspace: WorkspaceId,
    waba_id: &str,
    meta_id: &str,
) -> db::Result<Option<Template>> {
    templates("waba_id = $2 AND meta_id = $3 FOR UPDATE")
        .bind(workspace)
        .bind(waba_id)
        .bind(meta_id)
        .maybe(tx)
        .await
}

/// Adds templates as Meta listed them at `asked_at`; their ids, names and languages.
pub(super) async fn insert(
    tx: &mut Tx,
    workspace: WorkspaceId,
    waba_id: &str,
    listed: &[&Listed],
    (asked_at, now): (Timestamp, Timestamp),
) -> db::Result<Vec<(TemplateId, String, String)>> {
    sql(
        "INSERT INTO templates (workspace_id, waba_id, meta_id, name, language, status, category,
             previous_category, upcoming_category, quality, parameter_format, components, body,
             param_count, rejected_reason, message_send_ttl_seconds, search_text, status_at,
             category_at, quality_at, components_at, created_at, updated_at)
         SELECT v.workspace_id, v.waba_id, v.meta_id, v.name, v.language, v.status, v.category,
             v.previous_category, v.upcoming_category, v.quality, v.parameter_format, v.components,
             v.body, v.param_count, v.rejected_reason, v.ttl, v.search_text, v.asked_at,
             v.asked_at, v.asked_at, v.asked_at, v.now, v.now
         FROM $rows(workspace_id BIGINT, waba_id TEXT, meta_id TEXT, name TEXT, language TEXT,
             status TEXT, category TEXT, previous_category TEXT, upcoming_category TEXT,
             quality TEXT, parameter_format TEXT, components JSONB, body TEXT, param_count BIGINT,
             rejected_reason TEXT, ttl BIGINT, search_text TEXT, asked_at BIGINT, now BIGINT) v
         WHERE TRUE RETURNING id, name, language",
    )
    .rows(listed.iter().map(|listed| {
        let status = match listed.status.as_str() {
            "" => TemplateStatus::Pending.as_str(),
            status => status,
        };
        let upcoming = listed.correct_category.clone();
        vec![
            workspace.into(),
            waba_id.into(),
            listed.id.clone().into(),
            listed.name.as_str().into(),
            listed.language.as_str().into(),
            status.into(),
            listed.category.as_str().into(),
            listed.previous_category.clone().into(),
            upcoming.filter(|word| *word != listed.category).into(),
            listed.quality.clone().into(),
            format_of(listed).into(),
            components_of(listed).into(),
            listed.body_text().into(),
            count(listed).into(),
            listed.rejected_reason.clone().into(),
            listed.message_send_ttl_seconds.into(),
            search_text(&listed.name, listed.body_text()).into(),
            asked_at.into(),
            now.into(),
        ]
    }))
    .all(tx)
    .await
}

/// Writes templates as they are now.
pub(super) async fn save(
    tx: &mut Tx,
    workspace: WorkspaceId,
    templates: &[Template],
) -> db::Result<()> {
    sql(
        "UPDATE templates SET meta_id = v.meta_id, status = v.status, category = v.category,
             previous_category = v.previous_category, upcoming_category = v.upcoming_category,
             quality = v.quality, parameter_format = v.parameter_format, components = v.components,
             body = v.body, param_count = v.param_count, rejected_reason = v.rejected_reason,
             status_detail = v.status_detail, message_send_ttl_seconds = v.ttl,
             search_text = v.search_text, status_at = v.status_at, category_at = v.category_at,
             quality_at = v.quality_at, components_at = v.components_at, updated_at = v.updated_at
         FROM $rows(workspace_id BIGINT, id BIGINT, meta_id TEXT, status TEXT, category TEXT,
             previous_category TEXT, upcoming_category TEXT, quality TEXT, parameter_format TEXT,
             components JSONB, body TEXT, param_count BIGINT, rejected_reason TEXT,
             status_detail TEXT, ttl BIGINT, search_text TEXT, status_at BIGINT,
             category_at BIGINT, quality_at BIGINT, components_at BIGINT, updated_at BIGINT) v
         WHERE templates.workspace_id = v.workspace_id AND templates.id = v.id",
    )
    .rows(templates.iter().map(|template| {
        vec![
            workspace.into(),
            template.id.into(),
            template.meta_id.clone().into(),
            template.status.as_str().into(),
            template.category.as_str().into(),
            template.previous_category.clone().into(),
            template.upcoming_category.clone().into(),
            template.quality.clone().into(),
            template.parameter_format.as_str().into(),
            Arg::from(&template.components.0),
            template.body.clone().into(),
            template.param_count.into(),
            template.rejected_reason.clone().into(),
            template.status_detail.clone().into(),
            template.message_send_ttl_seconds.into(),
            search_text(&template.name, template.body.as_deref()).into(),
            template.status_at.into(),
            template.category_at.into(),
            template.quality_at.into(),
            template.components_at.into(),
            template.updated_at.into(),
        ]
    }))
    .run(tx)
    .await?;
    Ok(())
}

crate::row! {
    /// News that waits for the template it is about.
    pub(super) struct Waiting {
        pub(super) id: i64,
        pub(super) data: Json<Value>,
        pub(super) at: Timestamp,
    }
}

/// The news of the business account's templates that waits, the oldest first.
pub(super) async fn waiting(
    tx: &mut Tx,
    workspace: WorkspaceId,
    waba_id: &str,
    kinds: &[&str],
) -> db::Result<Vec<Waiting>> {
    let kinds: Vec<String> = kinds.iter().map(|kind| (*kind).to_owned()).collect();
    sql("SELECT id, data, at FROM account_updates
         WHERE workspace_id = $1 AND waba_id = $2 AND applied_at IS NULL AND kind = ANY($3)
         ORDER BY at, id")
    .bind(workspace)
    .bind(waba_id)
    .bind(kinds)
    .all(tx)
    .await
}

/// Notes that this news no longer waits.
pub(super) async fn mark_applied(
    tx: &mut Tx,
    workspace: WorkspaceId,
    news: Vec<i64>,
    now: Timestamp,
) -> db::Result<()> {
    if news.is_empty() {
        return Ok(());
    }
    sql("UPDATE account_updates SET applied_at = $3 WHERE workspace_id = $1 AND id = ANY($2)")
        .bind(workspace)
        .bind(news)
        .bind(now)
        .run(tx)
        .await?;
    Ok(())
}

crate::row! {
    /// A template that can be sent now.
    #[derive(Debug, Clone, PartialEq)]
    pub struct Sendable {
        /// Its id.
        pub id: TemplateId,
        /// Its name.
        pub name: String,
        /// Meta's code of the language.
        pub language: String,
        /// The words of its body; empty where WhatsApp writes them.
        pub body: String,
        /// How many variables the body has.
        pub param_count: i64,
    }
}

/// The templates that a business account can send, by name and language.
pub async fn sendable(db: &Db, workspace: WorkspaceId, waba_id: &str) -> db::Result<Vec<Sendable>> {
    sql(
        "SELECT id, name, language, COALESCE(body, ''), param_count FROM templates
         WHERE workspace_id = $1 AND waba_id = $2 AND status = $3 ORDER BY name, language",
    )
    .bind(workspace)
    .bind(waba_id)
    .bind(TemplateStatus::Approved)
    .all(db)
    .await
}
