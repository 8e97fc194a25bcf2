//! `clientele openapi`: the description of the API, as `/api/openapi.json` serves it.

use std::process::ExitCode;

use super::failure::{Failure, sentence};
use super::output::Output;

pub(super) fn run(output: Output) -> Result<ExitCode, Failure> {
    let document = crate::wiring::openapi()
        .to_pretty_json()
        .map_err(|error| Failure::new("internal", sentence(&error)))?;
    output.line(&document);
    Ok(ExitCode::SUCCESS)
}
