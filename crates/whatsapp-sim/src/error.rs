//! Why the simulator did not do what a test, a script or a person on a simulated phone asked for.

/// A request of the `/sim` interface that makes no sense. The words say what to change.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SimError {
    /// There is no such person, number, app, message or template.
    #[error("there is no {0} `{1}`")]
    Unknown(&'static str, String),
    /// It is taken already.
    #[error("{0} `{1}` is taken")]
    Taken(&'static str, String),
    /// It cannot be done, for the reason given.
    #[error("{0}")]
    Impossible(String),
}

impl SimError {
    pub(crate) fn impossible(why: impl Into<String>) -> Self {
        Self::Impossible(why.into())
    }
}
