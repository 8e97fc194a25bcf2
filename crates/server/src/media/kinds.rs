//! Types of files: which WhatsApp takes, how large they may be, and which a browser may show.

use whatsapp::limits;
use whatsapp::outbound::MediaKind;

/// The type of what nothing is known about.
pub(super) const UNKNOWN: &str = "application/octet-stream";
/// The largest file that is ever taken in: what WhatsApp calls 100 MB, however it counts.
pub(super) const LARGEST: u64 = 100 * 1024 * 1024;
/// Characters of a type that are kept.
const LENGTH: usize = 100;

const AUDIO: [&str; 6] = [
    "audio/aac",
    "audio/amr",
    "audio/mpeg",
    "audio/mp4",
    "audio/ogg",
    "audio/opus",
];

/// A type from outside as it may be stored and sent as a header, in lower case; `None` when it is none.
pub(super) fn clean(mime_type: &str) -> Option<String> {
    let text = mime_type.trim().to_ascii_lowercase();
    let essence = essence(&text);
    let is_token = |part: &str| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&byte))
    };
    let is_type = essence
        .split_once('/')
        .is_some_and(|(kind, subtype)| is_token(kind) && is_token(subtype));
    let is_plain = text.bytes().all(|byte| (b' '..=b'~').contains(&byte));
    (is_type && is_plain && text.len() <= LENGTH).then_some(text)
}

/// The usual name of a type that goes by several.
pub(super) fn usual(mime_type: String) -> String {
    let usual = match essence(&mime_type) {
        "image/jpg" | "image/pjpeg" => "image/jpeg",
        "audio/mp3" => "audio/mpeg",
        "audio/m4a" | "audio/x-m4a" => "audio/mp4",
        "audio/opus" | "application/ogg" => "audio/ogg",
        "video/3gp" => "video/3gpp",
        _ => return mime_type,
    };
    usual.to_owned()
}

/// The type without its parameters: `audio/ogg` of `audio/ogg; codecs=opus`.
pub(super) fn essence(mime_type: &str) -> &str {
    mime_type.split(';').next().unwrap_or_default().trim()
}

/// What a file of this type is to WhatsApp by itself, and how large it may be in bytes.
///
/// # Errors
/// What WhatsApp takes instead, for whoever wanted to send it.
pub(super) fn sendable(mime_type: &str, is_animated: bool) -> Result<(MediaKind, u64), String> {
    match essence(mime_type) {
        "image/jpeg" | "image/png" => Ok((MediaKind::Image, limits::IMAGE_BYTES)),
        "image/webp" if is_animated => Ok((MediaKind::Sticker, limits::ANIMATED_STICKER_BYTES)),
        "image/webp" => Ok((MediaKind::Sticker, limits::STATIC_STICKER_BYTES)),
        "video/mp4" | "video/3gpp" => Ok((MediaKind::Video, limits::VIDEO_BYTES)),
        "text/plain" => Ok((MediaKind::Document, limits::DOCUMENT_BYTES)),
        audio if AUDIO[..5].contains(&audio) => Ok((MediaKind::Audio, limits::AUDIO_BYTES)),
        other if other.starts_with("application/") => {
            Ok((MediaKind::Document, limits::DOCUMENT_BYTES))
        }
        other => Err(format!(
            "is {other}, which WhatsApp does not take; it takes {}",
            match other.split('/').next().unwrap_or_default() {
                "image" => "image/jpeg and image/png, and image/webp for stickers",
                "video" => "video/mp4 and video/3gpp",
                "audio" => "audio/aac, audio/amr, audio/mpeg, audio/mp4 and audio/ogg",
                "text" => "text/plain",
                _ => "images, videos, audio, text/plain and application/…",
            }
        )),
    }
}

/// Whether a file of this type can be sent as this kind: everything but stickers can be a document.
///
/// # Errors
/// What is wrong, after the words "the file".
pub(super) fn fits(mime_type: &str, bytes: u64, kind: MediaKind) -> Result<(), String> {
    let (wanted, most): (&[&str], u64) = match kind {
        MediaKind::Image => (&["image/jpeg", "image/png"], limits::IMAGE_BYTES),
        MediaKind::Video => (&["video/mp4", "video/3gpp"], limits::VIDEO_BYTES),
        MediaKind::Audio => (&AUDIO[..5], limits::AUDIO_BYTES),
        MediaKind::Sticker => (&["image/webp"], limits::ANIMATED_STICKER_BYTES),
        MediaKind::Document => (&[], limits::DOCUMENT_BYTES),
    };
    let given = essence(mime_type);
    if !wanted.is_empty() && !wanted.contains(&given) {
        return Err(format!(
            "is {given}; to be sent as {} it must be {}",
            kind.as_str(),
            wanted.join(" or ")
        ));
    }
    if bytes > most {
        return Err(too_large(bytes, most));
    }
    Ok(())
}

/// The words about a file that is too large.
pub(super) fn too_large(bytes: u64, most: u64) -> String {
    format!("has {bytes} bytes; WhatsApp takes at most {most} of this type")
}

/// Whether what a file says inside goes with what it is said to be.
///
/// Inside, some types cannot be told apart: Office files are archives, sound may be in a container of
/// video. A document may be anything, except that what plainly is a program or page is not called one.
pub(super) fn agree(declared: &str, found: Option<&str>) -> bool {
    let declared = essence(declared);
    let Some(found) = found else {
        // Pictures and films always begin with what they are; text and the rest need not.
        return !matches!(
            declared,
            "image/jpeg"
                | "image/png"
                | "image/webp"
                | "video/mp4"
                | "video/3gpp"
                | "application/pdf"
        );
    };
    let family = |name: &str| {
        matches!(
            name,
            "video/mp4"
                | "audio/mp4"
                | "audio/m4a"
                | "video/x-m4v"
                | "audio/x-m4a"
                | "video/quicktime"
                | "video/3gpp"
        )
    };
    match declared {
        same if same == found => true,
        "audio/ogg" => matches!(found, "audio/opus" | "application/ogg" | "video/ogg"),
        "audio/aac" | "audio/mpeg" => matches!(found, "audio/aac" | "audio/mpeg" | "audio/mp3"),
        "audio/mp4" | "video/mp4" | "video/3gpp" => family(found),
        "text/plain" => found.starts_with("text/"),
        declared if declared.starts_with("application/") => declared != "application/pdf",
        _ => false,
    }
}

/// Whether a browser shows this type without running anything of it: such a file is shown in its place,
/// the others are saved. PDF is not among them: it can hold scripts, and browsers' own viewers refuse
/// to open in the sandbox that files are handed out in.
pub(super) fn is_shown(mime_type: &str) -> bool {
    let essence = essence(mime_type);
    AUDIO.contains(&essence)
        || matches!(
            essence,
            "image/jpeg"
                | "image/png"
                | "image/webp"
                | "image/gif"
                | "video/mp4"
                | "video/3gpp"
                | "video/webm"
        )
}

/// The type that a file is handed out as. What a browser would take for a page is nothing in particular.
pub(super) fn handed_out(mime_type: &str) -> &str {
    let runs = ["html", "xml", "svg", "script", "xsl"];
    let essence = essence(mime_type);
    // Office's own types have the word in them, and are saved like all that is not shown.
    let is_office = essence.starts_with("application/vnd.");
    match runs.iter().any(|word| essence.contains(word)) && !is_office {
        true => UNKNOWN,
        false => mime_type,
    }
}

/// Whether there is a small picture of files of this type.
pub(super) fn has_thumbnail(mime_type: &str) -> bool {
    matches!(
        essence(mime_type),
        "image/jpeg" | "image/png" | "image/webp"
    )
}

/// The ending of names of files of this type, of those that customers send without one.
pub(super) fn extension(mime_type: &str) -> Option<&'static str> {
    Some(match essence(mime_type) {
        "image/jpeg" => "jpg",
        "image/png" => "png",
        "image/webp" => "webp",
        "image/gif" => "gif",
        "video/mp4" => "mp4",
        "video/3gpp" => "3gp",
        "audio/ogg" | "audio/opus" => "ogg",
        "audio/mpeg" => "mp3",
        "audio/mp4" => "m4a",
        "audio/aac" => "aac",
        "audio/amr" => "amr",
        "application/pdf" => "pdf",
        "text/plain" => "txt",
        _ => return None,
    })
}
