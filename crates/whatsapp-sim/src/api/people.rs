//! People and what they do, over HTTP.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::Sim;
use crate::error::SimError;
use crate::people::{ChangePerson, NewPerson, PersonId, PersonView};
use crate::say::Saying;
use crate::threads::ThreadView;

#[derive(Deserialize)]
pub(super) struct To {
    to: String,
}

#[derive(Deserialize)]
pub(super) struct Block {
    to: String,
    #[serde(default = "yes")]
    blocked: bool,
}

#[derive(Deserialize)]
pub(super) struct Marketing {
    to: String,
    value: Wish,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
enum Wish {
    Stop,
    Resume,
}

#[derive(Deserialize)]
pub(super) struct NewNumber {
    number: String,
}

fn yes() -> bool {
    true
}

pub(super) async fn list_people(State(sim): State<Sim>) -> Json<Vec<PersonView>> {
    Json(sim.people())
}

/// One person, or a list of them.
pub(super) async fn create_people(
    State(sim): State<Sim>,
    Json(input): Json<Value>,
) -> Result<Response, SimError> {
    let is_list = input.is_array();
    // Read after it is known which of the two it is, so that a mistake is named.
    let read = |error: serde_json::Error| SimError::impossible(error.to_string());
    let people: Vec<NewPerson> = match is_list {
        true => serde_json::from_value(input).map_err(read)?,
        false => vec![serde_json::from_value(input).map_err(read)?],
    };
    let views = people
        .into_iter()
        .map(|person| sim.person(sim.add_person(person)?))
        .collect::<Result<Vec<PersonView>, SimError>>()?;
    let body = match is_list {
        true => json!(views),
        false => json!(views.first()),
    };
    Ok((StatusCode::CREATED, Json(body)).into_response())
}

pub(super) async fn get_person(
    State(sim): State<Sim>,
    Path(id): Path<PersonId>,
) -> Result<Json<PersonView>, SimError> {
    sim.person(id).map(Json)
}

pub(super) async fn change_person(
    State(sim): State<Sim>,
    Path(id): Path<PersonId>,
    Json(change): Json<ChangePerson>,
) -> Result<Json<PersonView>, SimError> {
    sim.change_person(id, change)?;
    sim.person(id).map(Json)
}

pub(super) async fn remove_person(
    State(sim): State<Sim>,
    Path(id): Path<PersonId>,
) -> Result<StatusCode, SimError> {
    sim.remove_person(id)?;
    Ok(StatusCode::NO_CONTENT)
}

pub(super) async fn list_threads(
    State(sim): State<Sim>,
    Path(id): Path<PersonId>,
) -> Result<Json<Vec<ThreadView>>, SimError> {
    sim.threads(id).map(Json)
}

pub(super) async fn say(
    State(sim): State<Sim>,
    Path(id): Path<PersonId>,
    Json(saying): Json<Saying>,
) -> Result<(StatusCode, Json<Value>), SimError> {
    let wamid = sim.say(id, saying)?;
    Ok((StatusCode::CREATED, Json(json!({"id": wamid}))))
}

pub(super) async fn read(
    State(sim): State<Sim>,
    Path(id): Path<PersonId>,
    Json(input): Json<To>,
) -> Result<Json<Value>, SimError> {
    let read = sim.read(id, &input.to)?;
    Ok(Json(json!({"read": read})))
}

pub(super) async fn block(
    State(sim): State<Sim>,
    Path(id): Path<PersonId>,
    Json(input): Json<Block>,
) -> Result<Json<Value>, SimError> {
    sim.block(id, &input.to, input.blocked)?;
    Ok(Json(json!({})))
}

pub(super) async fn marketing(
    State(sim): State<Sim>,
    Path(id): Path<PersonId>,
    Json(input): Json<Marketing>,
) -> Result<Json<PersonView>, SimError> {
    sim.marketing(id, &input.to, input.value == Wish::Resume)?;
    sim.person(id).map(Json)
}

pub(super) async fn change_number(
    State(sim): State<Sim>,
    Path(id): Path<PersonId>,
    Json(input): Json<NewNumber>,
) -> Result<Json<PersonView>, SimError> {
    sim.change_number(id, &input.number)?;
    sim.person(id).map(Json)
}

pub(super) async fn change_user_id(
    State(sim): State<Sim>,
    Path(id): Path<PersonId>,
) -> Result<Json<PersonView>, SimError> {
    sim.change_user_id(id)?;
    sim.person(id).map(Json)
}

/// A file, for phones on a screen: without a token, and as long as it is kept.
pub(super) async fn get_media(
    State(sim): State<Sim>,
    Path(id): Path<String>,
) -> Result<Response, SimError> {
    let state = sim.lock();
    let media = state
        .media
        .get(&id)
        .ok_or_else(|| SimError::Unknown("media", id.clone()))?;
    let head = [(header::CONTENT_TYPE, media.mime_type.clone())];
    Ok((head, media.bytes.clone()).into_response())
}
