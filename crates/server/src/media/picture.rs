//! Pictures: how large they are, and small versions of them.
//!
//! A picture of a few kilobytes can claim to be gigapixels, so what decoding may need is limited before
//! it begins. Everything in here takes its time: call it where threads may wait.

use std::io::Cursor;

use bytes::Bytes;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

/// Pixels that a small picture has at most in each direction.
const SMALL: u32 = 320;
/// Pixels that a picture may have in each direction to be made small.
const LONGEST: u32 = 16_384;
/// Memory that decoding one may take, in bytes: 40 megapixels.
const MEMORY: u64 = 160 * 1024 * 1024;
/// How faithful small pictures without transparency are, 1 to 100.
const QUALITY: u8 = 80;

/// Width and height as it is looked at, read from the beginning of a picture; `None` when that says nothing.
pub(super) fn size(head: &[u8]) -> Option<(u32, u32)> {
    let (mut decoder, _) = decoder(head)?;
    let (width, height) = decoder.dimensions();
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    Some(match is_turned(orientation) {
        true => (height, width),
        false => (width, height),
    })
}

/// Whether a WebP file moves: its extended header says so.
/// <https://developers.google.com/speed/webp/docs/riff_container#extended_file_format>
pub(super) fn is_animated_webp(head: &[u8]) -> bool {
    head.get(8..16) == Some(b"WEBPVP8X") && head.get(20).is_some_and(|flags| flags & 0x02 != 0)
}

/// A small version as JPEG, or as WebP where something is transparent; `None` when it cannot be made.
pub(super) fn small(bytes: &[u8]) -> Option<Bytes> {
    let (mut decoder, _) = decoder(bytes)?;
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let picture = DynamicImage::from_decoder(decoder).ok()?;
    let mut picture = match picture.width().max(picture.height()) > SMALL {
        true => picture.thumbnail(SMALL, SMALL),
        false => picture,
    };
    picture.apply_orientation(orientation);
    let mut out = Vec::new();
    if picture.color().has_alpha() {
        let picture = DynamicImage::ImageRgba8(picture.into_rgba8());
        picture
            .write_to(&mut Cursor::new(&mut out), ImageFormat::WebP)
            .ok()?;
    } else {
        let encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut out, QUALITY);
        picture.into_rgb8().write_with_encoder(encoder).ok()?;
    }
    Some(out.into())
}

fn decoder(bytes: &[u8]) -> Option<(impl ImageDecoder + '_, ImageFormat)> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .ok()?;
    let format = reader.format()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST);
    limits.max_image_height = Some(LONGEST);
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let decoder = reader.into_decoder().ok()?;
    // What decoders may ignore is checked for them.
    (decoder.total_bytes() <= MEMORY).then_some((decoder, format))
}

fn is_turned(orientation: Orientation) -> bool {
    matches!(
        orientation,
        Orientation::Rotate90
            | Orientation::Rotate270
            | Orientation::Rotate90FlipH
            | Orientation::Rotate270FlipH
    )
}
