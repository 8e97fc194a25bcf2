//! Where a request comes from: which client, which site, over which protocol.

use std::net::{IpAddr, SocketAddr};

use axum::extract::FromRequestParts;
use http::request::Parts;
use http::{HeaderMap, StatusCode};

use crate::app::App;
use crate::http::Problem;

/// The address at the other end of a request's connection; the listener puts it into each request.
#[derive(Debug, Clone, Copy)]
pub struct Peer(pub SocketAddr);

/// The address of the client: the socket's, or, behind proxies that the settings trust, the one that
/// the nearest proxy reports. `None` without a socket, as in tests.
#[derive(Debug, Clone, Copy)]
pub struct ClientAddress(pub Option<IpAddr>);

impl FromRequestParts<App> for ClientAddress {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, Problem> {
        let socket = parts.extensions.get::<Peer>().map(|peer| peer.0.ip());
        if !app.config.trusted_proxies {
            return Ok(Self(socket));
        }
        Ok(Self(last_hop(&parts.headers).or(socket)))
    }
}

/// What the nearest proxy appended; everything before it was written by who knows whom.
fn last_hop(headers: &HeaderMap) -> Option<IpAddr> {
    let list = headers.get_all("x-forwarded-for").iter().next_back()?;
    let hop = list.to_str().ok()?.rsplit(',').next()?.trim();
    let bare = hop.trim_start_matches('[').trim_end_matches(']');
    let with_port = || hop.parse().map(|address: SocketAddr| address.ip());
    bare.parse().or_else(|_| with_port()).ok()
}

/// A request that no other site's page makes: for what needs no cookie yet would sign somebody in.
/// Programs send neither header and pass; browsers cannot leave them out.
#[derive(Debug, Clone, Copy)]
pub struct SameSite;

impl<S: Send + Sync> FromRequestParts<S> for SameSite {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let headers = &parts.headers;
        let from_browser = headers.contains_key("sec-fetch-site") || headers.contains_key("origin");
        if from_browser && !is_same_origin(headers) {
            return Err(cross_site());
        }
        Ok(Self)
    }
}

pub(super) fn cross_site() -> Problem {
    Problem::new(
        StatusCode::FORBIDDEN,
        "cross_site",
        "The request does not come from this site's own pages, so it is not accepted.",
    )
}

/// Browsers say where a request comes from; another site's page cannot change what they say.
/// This stands beside the cookie's `SameSite`, which older browsers treat loosely. `Sec-Fetch-Site`
/// is sent over https and to localhost only; elsewhere the `Origin` must be the `Host`.
pub(super) fn is_same_origin(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match (text("sec-fetch-site"), text("origin"), text("host")) {
        (Some(site), _, _) => site == "same-origin",
        (None, Some(origin), Some(host)) => origin
            .split_once("://")
            .is_some_and(|(_, origin_host)| origin_host.eq_ignore_ascii_case(host)),
        _ => false,
    }
}

/// Whether the browser came by https, to this program or to a proxy before it. It decides only
/// whether the cookie is `Secure`, so whoever writes these headers falsely harms nobody else.
pub fn came_by_https(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    text("origin").is_some_and(|origin| origin.starts_with("https://"))
        || text("x-forwarded-proto").is_some_and(|proto| proto.eq_ignore_ascii_case("https"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &str)]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for (name, value) in pairs {
            headers.append(*name, value.parse().expect("a header"));
        }
        headers
    }

    #[test]
    fn only_this_sites_own_pages_pass() {
        for (pairs, own) in [
            (&[("sec-fetch-site", "same-origin")][..], true),
            (&[("sec-fetch-site", "same-site")], false),
            (
                &[
                    ("sec-fetch-site", "cross-site"),
                    ("origin", "http://a"),
                    ("host", "a"),
                ],
                false,
            ),
            (&[("sec-fetch-site", "none")], false),
            (
                &[
                    ("origin", "http://shop.local:8080"),
                    ("host", "Shop.local:8080"),
                ],
                true,
            ),
            (
                &[("origin", "http://evil.example"), ("host", "shop.local")],
                false,
            ),
            (&[("origin", "null"), ("host", "null")], false),
            (&[("host", "shop.local")], false),
        ] {
            assert_eq!(is_same_origin(&headers(pairs)), own, "{pairs:?}");
        }
    }

    #[test]
    fn only_the_nearest_proxy_is_believed() {
        for (value, address) in [
            ("6.6.6.6, 203.0.113.7", Some("203.0.113.7")),
            ("[2001:db8::1]", Some("2001:db8::1")),
            ("203.0.113.7:4711", Some("203.0.113.7")),
            ("203.0.113.7, unknown", None),
        ] {
            let headers = headers(&[("x-forwarded-for", "1.1.1.1"), ("x-forwarded-for", value)]);
            let address = address.map(|text| text.parse().expect("an address"));
            assert_eq!(last_hop(&headers), address, "{value}");
        }
    }
}
