//! Asking Meta in the name of an account, and what it means when Meta refuses.
//!
//! A refusal keeps Meta's own code and words, beside ours, which say what to do about it. An access
//! token is never among them.

use http::StatusCode;
use serde_json::json;
use whatsapp::errors::{self, Retry};
use whatsapp::graph::{self, DEFAULT_VERSION, Graph, GraphError};

use super::model::Account;
use super::store;
use crate::app::App;
use crate::http::{ApiResult, Problem};
use crate::kernel::ids::WorkspaceId;
use crate::kernel::text::clean_line;

/// Codes by which Meta refuses a token: it is malformed, expired or has not the rights.
const TOKEN_CODES: [i64; 5] = [0, 3, 10, 102, 190];
/// Characters of Meta's words that are shown.
const WORDS: usize = 500;
/// Seconds to wait when Meta has had enough for now.
const BUSY: u16 = 60;

/// Meta's Graph API where the account has it, with the account's token.
///
/// # Errors
///
/// 404 when the account is gone; 409 `secret_key` when its token cannot be opened with this key.
pub async fn graph(app: &App, workspace: WorkspaceId, account: &Account) -> ApiResult<Graph> {
    let token = access_token(app, workspace, account).await?;
    Graph::new(app.http.clone(), &account.graph_url, DEFAULT_VERSION, token)
        .map_err(|error| Problem::internal(&error))
}

/// The account's token, opened.
pub(super) async fn access_token(
    app: &App,
    workspace: WorkspaceId,
    account: &Account,
) -> ApiResult<String> {
    let sealed = store::sealed_token(&app.db, workspace, account.id).await?;
    let (sealed,) = sealed.ok_or_else(|| Problem::not_found("account"))?;
    app.secrets.unseal(&sealed).map_err(|error| {
        Problem::conflict(
            "secret_key",
            format!("The access token is lost: {error}. Connect the number again."),
        )
    })
}

/// What to tell the caller whose request Meta did not carry out.
pub fn refusal(error: &graph::Error) -> Problem {
    let refused = match error {
        graph::Error::Refused(refused) => refused,
        graph::Error::Unreadable { .. } | graph::Error::Transport(_) => {
            let said = line(&error.to_string());
            let title = match error.may_have_arrived() {
                true => format!("Meta gave no answer, and may have done it all the same ({said})."),
                false => format!("Meta could not be reached, so nothing was done ({said})."),
            };
            return Problem::new(StatusCode::BAD_GATEWAY, "meta.unreachable", title);
        }
    };
    let known = errors::lookup(refused.code);
    let (status, code) = if is_about_token(refused) {
        (StatusCode::CONFLICT, "meta.token")
    } else if known.retry == Retry::Yes || refused.http_status >= 500 {
        (StatusCode::SERVICE_UNAVAILABLE, "meta.busy")
    } else {
        (StatusCode::UNPROCESSABLE_ENTITY, "meta.refused")
    };
    let title = format!("{} ({})", known.english, line(&refused.to_string()));
    let problem = Problem::new(status, code, title).with_data(json!({
        "code": refused.code,
        "subcode": refused.subcode,
        "message": line(&refused.message),
        "details": refused.details.as_deref().map(line),
        "fbtrace_id": refused.fbtrace_id,
    }));
    match code {
        "meta.busy" => problem.retry_after(BUSY),
        _ => problem,
    }
}

/// Whether Meta refuses the token rather than what was asked with it.
pub fn is_about_token(refused: &GraphError) -> bool {
    TOKEN_CODES.contains(&refused.code)
        || (200..300).contains(&refused.code)
        || refused.http_status == 401
}

/// Somebody else's words as one line that may be stored and shown.
pub(super) fn line(text: &str) -> String {
    let short: String = text.chars().take(WORDS).collect();
    clean_line(&short, WORDS).unwrap_or_default()
}
