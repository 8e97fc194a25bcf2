//! The header that says whether a file is shown or saved, and under which name (RFC 6266, RFC 8187).

use http::HeaderValue;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All but what RFC 8187 lets stand in a value.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'!')
    .remove(b'#')
    .remove(b'$')
    .remove(b'&')
    .remove(b'+')
    .remove(b'-')
    .remove(b'.')
    .remove(b'^')
    .remove(b'_')
    .remove(b'`')
    .remove(b'|')
    .remove(b'~');

/// The header's value. Old programs read the first name, which is ASCII only; all others the second.
pub(super) fn disposition(is_shown: bool, name: &str) -> HeaderValue {
    let kind = if is_shown { "inline" } else { "attachment" };
    let plain: String = name
        .chars()
        .map(|c| match c {
            '"' | '\\' | '%' => '_',
            ' '..='~' => c,
            _ => '_',
        })
        .collect();
    let encoded = utf8_percent_encode(name, ENCODED);
    let value = format!("{kind}; filename=\"{plain}\"; filename*=UTF-8''{encoded}");
    // What is left is visible ASCII.
    HeaderValue::try_from(value).unwrap_or(HeaderValue::from_static("attachment"))
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn names_cannot_leave_their_place() {
        let cases = [
            (
                "a b.pdf",
                "attachment; filename=\"a b.pdf\"; filename*=UTF-8''a%20b.pdf",
            ),
            (
                "فاتورة.pdf",
                "attachment; filename=\"______.pdf\"; filename*=UTF-8''%D9%81%D8%A7%D8%AA%D9%88%D8%B1%D8%A9.pdf",
            ),
            (
                "x\"; filename=evil.exe\r\nSet-Cookie: a=b",
                "attachment; filename=\"x_; filename=evil.exe__Set-Cookie: a=b\"; filename*=UTF-8''x%22%3B%20filename%3Devil.exe%0D%0ASet-Cookie%3A%20a%3Db",
            ),
        ];
        for (name, header) in cases {
            assert_eq!(disposition(false, name), header);
        }
        assert!(
            disposition(true, "a.png")
                .to_str()
                .is_ok_and(|value| value.starts_with("inline; "))
        );
    }
}
