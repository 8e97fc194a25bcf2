//! An account, and the checks of what people enter about one.

use std::fmt;

use url::{Host, Url};
use uuid::Uuid;

use crate::db::Json;
use crate::http::Faults;
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, AppId};
use crate::kernel::phone::Region;
use crate::kernel::text::clean_line;
use crate::outgoing::is_private;

/// Characters that an account's name may have.
const NAME_LENGTH: usize = 200;
/// Characters of Meta's ids, far above what Meta uses.
const ID_LENGTH: usize = 64;
/// Characters of a token or secret, far above what Meta uses.
const SECRET_LENGTH: usize = 4096;

crate::row! {
    /// A WhatsApp number of the business.
    #[derive(Debug, Clone)]
    pub struct Account {
        /// The database's key.
        pub id: AccountId,
        /// The id that the outside may keep.
        pub uuid: Uuid,
        /// The Meta app it belongs to.
        pub app_id: AppId,
        /// That app's part of the callback path.
        pub app_uuid: Uuid,
        /// The kind of sender: `whatsapp`.
        pub channel: String,
        /// What the team calls it.
        pub name: String,
        /// Meta's id of the number.
        pub phone_number_id: String,
        /// Meta's id of the WhatsApp business account.
        pub waba_id: String,
        /// Where its Graph API is.
        pub graph_url: String,
        /// The number as Meta writes it.
        pub display_phone: Option<String>,
        /// The name that customers see.
        pub verified_name: Option<String>,
        /// The country of numbers written without one; the workspace's when `None`.
        pub default_region: Option<Region>,
        /// Meta's word: GREEN, YELLOW, RED or UNKNOWN.
        pub quality: Option<String>,
        /// Meta's word, such as `TIER_2K`.
        pub messaging_limit: Option<String>,
        /// What Meta last said, by subject.
        pub health: Json<serde_json::Value>,
        /// When Meta was last asked.
        pub health_at: Option<Timestamp>,
        /// Since when nothing is sent, because Meta refuses the token.
        pub paused_at: Option<Timestamp>,
        /// How Meta refused it: `code` and `message`.
        pub paused_because: Option<Json<serde_json::Value>>,
        /// When it was connected.
        pub created_at: Timestamp,
        /// When it was last changed.
        pub updated_at: Timestamp,
        /// Whether its WhatsApp is simulated by this installation.
        pub simulated: bool,
    }
}

/// The callback path of an app, to be entered at Meta behind the server's public address.
pub fn webhook_path(app: Uuid) -> String {
    format!("/webhooks/whatsapp/{app}")
}

/// A number to be connected, as somebody entered it.
pub struct NewAccount {
    /// What the team calls it, up to 200 characters.
    pub name: String,
    /// Meta's id of the number.
    pub phone_number_id: String,
    /// Meta's id of the WhatsApp business account.
    pub waba_id: String,
    /// The token that lets us act for the number.
    pub access_token: String,
    /// The secret that Meta signs webhooks with.
    pub app_secret: String,
    /// The word that Meta shows when it verifies the callback path.
    pub verify_token: String,
    /// Where the Graph API is; Meta's own when `None`.
    pub graph_url: Option<String>,
    /// The country of numbers written without one.
    pub default_region: Option<String>,
}

/// A secret in memory; never shown.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Hidden(pub(super) String);

impl fmt::Debug for Hidden {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("(hidden)")
    }
}

/// A number to be connected, checked.
#[derive(Debug)]
pub(super) struct Checked {
    pub(super) name: String,
    pub(super) phone_number_id: String,
    pub(super) waba_id: String,
    pub(super) access_token: Hidden,
    pub(super) app_secret: Hidden,
    pub(super) verify_token: Hidden,
    pub(super) graph_url: String,
    pub(super) default_region: Option<Region>,
}

impl NewAccount {
    pub(super) fn check(self, allow_private: bool) -> Result<Checked, crate::http::Problem> {
        let mut faults = Faults::default();
        let name = faults.check("name", checked_name(&self.name));
        let phone_number_id = faults.check("phone_number_id", checked_id(&self.phone_number_id));
        let waba_id = faults.check("waba_id", checked_id(&self.waba_id));
        let access_token = faults.check("access_token", checked_secret(&self.access_token));
        let app_secret = faults.check("app_secret", checked_secret(&self.app_secret));
        let verify_token = faults.check("verify_token", checked_secret(&self.verify_token));
        let url = self.graph_url.as_deref();
        let url = url.unwrap_or(whatsapp::graph::DEFAULT_BASE_URL);
        let graph_url = faults.check("graph_url", checked_graph_url(url, allow_private));
        let region = self
            .default_region
            .as_deref()
            .map(Region::parse)
            .transpose();
        let region = faults.check("default_region", region);
        match (
            (name, phone_number_id, waba_id),
            (access_token, app_secret, verify_token),
            (graph_url, region),
        ) {
            (
                (Some(name), Some(phone_number_id), Some(waba_id)),
                (Some(access_token), Some(app_secret), Some(verify_token)),
                (Some(graph_url), Some(default_region)),
            ) => Ok(Checked {
                name,
                phone_number_id,
                waba_id,
                access_token,
                app_secret,
                verify_token,
                graph_url,
                default_region,
            }),
            _ => Err(faults.problem()),
        }
    }
}

pub(super) fn checked_name(text: &str) -> Result<String, String> {
    let name = clean_line(text, NAME_LENGTH).map_err(|error| error.to_string())?;
    if name.is_empty() {
        return Err("must not be empty".to_owned());
    }
    Ok(name)
}

/// Meta's ids are digits; other providers of the same API also use letters.
pub(super) fn checked_id(text: &str) -> Result<String, String> {
    let id = text.trim();
    let fits = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
    if id.is_empty() || id.len() > ID_LENGTH || !id.bytes().all(fits) {
        return Err("must be Meta's id, such as 106540352242922".to_owned());
    }
    Ok(id.to_owned())
}

/// Secrets travel in headers and are compared byte by byte, so they are visible ASCII.
pub(super) fn checked_secret(text: &str) -> Result<Hidden, String> {
    let secret = text.trim();
    if secret.is_empty() {
        return Err("must not be empty".to_owned());
    }
    if secret.len() > SECRET_LENGTH || !secret.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err(format!(
            "must be up to {SECRET_LENGTH} letters, digits and signs without spaces"
        ));
    }
    Ok(Hidden(secret.to_owned()))
}

/// An address that may receive an access token: encrypted or on this machine, and on the internet
/// or on this machine unless the operator allows private networks.
pub(super) fn checked_graph_url(text: &str, allow_private: bool) -> Result<String, String> {
    let malformed = || "must be an address such as https://graph.facebook.com".to_owned();
    let url = Url::parse(text.trim()).map_err(|_| malformed())?;
    if !matches!(url.scheme(), "https" | "http")
        || !url.username().is_empty()
        || url.password().is_some()
    {
        return Err(malformed());
    }
    if url.query().is_some() || url.fragment().is_some() || url.as_str().len() > 500 {
        return Err(malformed());
    }
    let (this_machine, private) = match url.host() {
        Some(Host::Domain(name)) => (name == "localhost", false),
        Some(Host::Ipv4(ip)) => (ip.is_loopback(), is_private(ip.into())),
        Some(Host::Ipv6(ip)) => (ip.is_loopback(), is_private(ip.into())),
        None => return Err(malformed()),
    };
    let encrypted = url.scheme() == "https";
    if allow_private || this_machine || (encrypted && !private) {
        return Ok(url.as_str().trim_end_matches('/').to_owned());
    }
    Err(
        "must be https on a public address, because it receives the access token; the setting \
         whatsapp.allow_private_graph_urls allows others"
            .to_owned(),
    )
}
