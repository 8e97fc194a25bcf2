//! Work that must not stop half-way.

use super::{ApiResult, Problem};

/// Works on even if the caller hangs up or the time of the request is over: a walk over a million
/// customers takes a while, and half of one is of no use.
pub async fn to_the_end<T: Send + 'static>(
    work: impl Future<Output = ApiResult<T>> + Send + 'static,
) -> ApiResult<T> {
    match tokio::spawn(work).await {
        Ok(result) => result,
        Err(error) => Err(Problem::internal(&error)),
    }
}
