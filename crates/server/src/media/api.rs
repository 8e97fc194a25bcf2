//! Files over HTTP: taking them in; [`super::serve`] hands them out.

use axum::extract::{DefaultBodyLimit, FromRequest, Multipart, Request, State};
use http::{StatusCode, header};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::model::MediaView;
use super::serve;
use super::upload::{Given, incomplete, take};
use crate::access::{Can, permit};
use crate::app::App;
use crate::http::{ApiResult, Json, Problem, Query};

/// The feature's routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(upload_media))
        // Files have limits of their own, by type.
        .layer(DefaultBodyLimit::disable())
        .routes(routes!(serve::get_media))
        .routes(routes!(serve::get_media_thumbnail))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct UploadMedia {
    /// What the file is called.
    #[param(example = "price-list.pdf")]
    filename: Option<String>,
}

/// Upload a file
///
/// The file is the body, with its type as `Content-Type`; or a form (`multipart/form-data`) whose first part
/// with a file name is the file. The id that is answered can be sent in messages, also in several and from
/// several numbers. A file that no message has is removed after seven days.
///
/// WhatsApp takes JPEG and PNG up to 5 MB, WebP stickers up to 100 KB (moving ones 500 KB), audio and video up
/// to 16 MB, documents up to 100 MB.
#[utoipa::path(post, path = "/media", tag = "media", params(UploadMedia),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 201, body = MediaView)))]
async fn upload_media(
    State(app): State<App>,
    caller: Can<permit::MessagesSend>,
    Query(asked): Query<UploadMedia>,
    request: Request,
) -> ApiResult<(StatusCode, Json<MediaView>)> {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let kind = kind.and_then(|kind| kind.to_str().ok()).map(str::to_owned);
    let is_form = kind
        .as_deref()
        .is_some_and(|kind| kind.to_ascii_lowercase().starts_with("multipart/form-data"));
    let view = if is_form {
        let form = Multipart::from_request(request, &()).await;
        let form =
            form.map_err(|_| Problem::invalid("content_type", "has no boundary of parts"))?;
        from_form(&app, &caller, asked.filename, form).await?
    } else {
        let given = Given {
            mime_type: kind,
            filename: asked.filename,
        };
        let body = request.into_body().into_data_stream();
        take(&app, caller.workspace, given, body).await?
    };
    Ok((StatusCode::CREATED, Json(view)))
}

async fn from_form(
    app: &App,
    caller: &Can<permit::MessagesSend>,
    filename: Option<String>,
    mut form: Multipart,
) -> ApiResult<MediaView> {
    while let Some(field) = form.next_field().await.map_err(|_| incomplete())? {
        if field.file_name().is_none() && field.name() != Some("file") {
            continue;
        }
        let given = Given {
            mime_type: field.content_type().map(str::to_owned),
            filename: filename.or_else(|| field.file_name().map(str::to_owned)),
        };
        return take(app, caller.workspace, given, field).await;
    }
    Err(Problem::invalid(
        "file",
        "is missing: the form has no part with a file",
    ))
}
