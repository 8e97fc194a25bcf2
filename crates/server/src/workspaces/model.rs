//! A workspace and the checks of what people enter about one.

use uuid::Uuid;

use crate::access::Password;
use crate::http::{ApiResult, Faults};
use crate::kernel::clock::Timestamp;
use crate::kernel::email::Email;
use crate::kernel::ids::WorkspaceId;
use crate::kernel::phone::Region;
use crate::kernel::text::clean_line;

/// Characters that the name of a workspace, a member or a key may have.
const NAME_LENGTH: usize = 200;

crate::row! {
    /// One business.
    #[derive(Debug, Clone)]
    pub struct Workspace {
        /// The database's key.
        pub id: WorkspaceId,
        /// The id that the outside may keep.
        pub uuid: Uuid,
        /// The business's name.
        pub name: String,
        /// An IANA name; relative dates are meant in it.
        pub time_zone: String,
        /// The country of phone numbers that are written without one.
        pub default_region: Region,
        /// When it was made.
        pub created_at: Timestamp,
    }
}

/// A workspace to be made, as somebody entered it.
pub struct NewWorkspace {
    /// The business's name, up to 200 characters.
    pub name: String,
    /// An IANA name such as `Asia/Riyadh`.
    pub time_zone: String,
    /// ISO 3166-1 alpha-2, such as `SA`.
    pub default_region: String,
    /// The first member.
    pub owner: NewOwner,
}

/// The first member of a workspace, as somebody entered it.
pub struct NewOwner {
    /// The person's name, up to 200 characters.
    pub name: String,
    /// The address to sign in with.
    pub email: String,
    /// The password to sign in with.
    pub password: String,
}

/// A workspace to be made, checked.
pub(super) struct Checked {
    pub(super) name: String,
    pub(super) time_zone: String,
    pub(super) default_region: Region,
    pub(super) owner_name: String,
    pub(super) email: Email,
}

impl NewWorkspace {
    pub(super) fn check(self) -> ApiResult<(Checked, Password)> {
        let mut faults = Faults::default();
        let name = faults.check("name", checked_name(&self.name));
        let time_zone = faults.check("time_zone", checked_time_zone(&self.time_zone));
        let region = faults.check("default_region", Region::parse(&self.default_region));
        let owner_name = faults.check("owner.name", checked_name(&self.owner.name));
        let email = faults.check("owner.email", Email::parse(&self.owner.email));
        let password = Password::choose(&self.owner.password, email.as_ref());
        let password = faults.check("owner.password", password);
        match (name, time_zone, region, owner_name, email, password) {
            (
                Some(name),
                Some(time_zone),
                Some(default_region),
                Some(owner_name),
                Some(email),
                Some(password),
            ) => {
                let checked = Checked {
                    name,
                    time_zone,
                    default_region,
                    owner_name,
                    email,
                };
                Ok((checked, password))
            }
            _ => Err(faults.problem()),
        }
    }
}

/// A name that is there and is one clean line.
pub(super) fn checked_name(text: &str) -> Result<String, String> {
    let name = clean_line(text, NAME_LENGTH).map_err(|error| error.to_string())?;
    if name.is_empty() {
        return Err("must not be empty".to_owned());
    }
    Ok(name)
}

/// The name of a time zone in its usual spelling.
pub(super) fn checked_time_zone(text: &str) -> Result<String, String> {
    jiff::tz::TimeZone::get(text.trim())
        .ok()
        .and_then(|zone| zone.iana_name().map(str::to_owned))
        .ok_or_else(|| "must be the name of a time zone, such as Asia/Riyadh".to_owned())
}
