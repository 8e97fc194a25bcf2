//! Why Meta gave no answer, and whether what we asked may have happened all the same.

/// Why an address cannot be that of a Graph API.
#[derive(Debug, thiserror::Error)]
pub enum BaseUrlError {
    /// It is no url.
    #[error("the Graph address is not a url: {0}")]
    NotAUrl(#[from] url::ParseError),
    /// It is a url, but of neither `https` nor `http`.
    #[error("the Graph address must begin with https:// or http://")]
    NotHttp,
}

/// Why the Graph API gave no answer to use.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Meta refused.
    #[error(transparent)]
    Refused(#[from] GraphError),
    /// What came back is not what the Graph API answers; perhaps a proxy's page.
    #[error("the answer is not from the Graph API (HTTP {http_status})")]
    Unreadable {
        /// The status of that answer.
        http_status: u16,
    },
    /// No answer: no connection, or it broke, or took too long.
    #[error("Meta could not be reached: {0}")]
    Transport(#[from] reqwest::Error),
}

/// Meta's refusal. Decide by `code` (see [`crate::errors::lookup`]), never by the words.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("Meta refused with code {code}: {}", details.as_deref().unwrap_or(message))]
pub struct GraphError {
    /// Meta's code; 1, its code for unknown problems, when it gives none.
    pub code: i64,
    /// A second code, on management calls.
    pub subcode: Option<i64>,
    /// An English sentence.
    pub message: String,
    /// The more useful English sentence.
    pub details: Option<String>,
    /// What Meta's support asks for.
    pub fbtrace_id: Option<String>,
    /// The status of the answer.
    pub http_status: u16,
}

impl Error {
    /// Whether the request may have been carried out although it failed.
    ///
    /// Meta has no way to send a message once only. After a failure of which this is true, sending
    /// again may write to the customer twice: wait for a status with the message's
    /// `biz_opaque_callback_data` instead.
    pub fn may_have_arrived(&self) -> bool {
        match self {
            Self::Refused(_) => false,
            // Something between us and Meta; it may have given up on an answer that Meta had.
            Self::Unreadable { http_status } => {
                *http_status == 408 || !(300..500).contains(http_status)
            }
            // Without a connection nothing was written. A time-out may be one of connecting, which
            // cannot be told from others once the whole request has run out of time.
            Self::Transport(error) => !(error.is_connect() || error.is_builder()),
        }
    }
}
