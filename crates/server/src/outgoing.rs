//! The one HTTP client for what leaves the program: to Meta, and later to webhooks of the business.
//!
//! Addresses come from settings that members may change, so a name that leads into a private
//! network is refused, unless the operator allows it: otherwise a member could make the server
//! talk to machines that only the server can reach. The check is made when the name is resolved,
//! so a name that changes its address later gains nothing. Redirects are not followed, since they
//! would carry tokens to wherever they point.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use reqwest::dns::{Addrs, Name, Resolve, Resolving};

/// How long a connection may take to be made, and a whole answer to arrive.
const CONNECT: Duration = Duration::from_secs(10);
const ANSWER: Duration = Duration::from_secs(30);

/// Makes the client. Fails when the system's certificates cannot be used.
pub fn client(allow_private: bool) -> Result<reqwest::Client, reqwest::Error> {
    // TLS needs one provider per process; a second call finds it there.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let builder = reqwest::Client::builder()
        .user_agent(concat!("clientele/", env!("CARGO_PKG_VERSION")))
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(CONNECT)
        .timeout(ANSWER);
    if allow_private {
        builder.build()
    } else {
        builder.dns_resolver(Arc::new(PublicOnly)).build()
    }
}

/// Whether an address belongs to this machine, a private network, or nobody: not the internet.
pub fn is_private(ip: IpAddr) -> bool {
    match ip.to_canonical() {
        IpAddr::V4(ip) => is_private_v4(ip),
        IpAddr::V6(ip) => is_private_v6(ip),
    }
}

fn is_private_v4(ip: Ipv4Addr) -> bool {
    let [a, b, ..] = ip.octets();
    ip.is_private()
        || ip.is_loopback()
        || ip.is_link_local()
        || ip.is_unspecified()
        || ip.is_multicast()
        || a == 0
        || (a == 100 && (64..128).contains(&b)) // carriers' own networks, RFC 6598
        || (a == 192 && b == 0 && ip.octets()[2] == 0) // RFC 6890
        || (a == 198 && (18..20).contains(&b)) // benchmarks, RFC 2544
        || a >= 240
}

fn is_private_v6(ip: Ipv6Addr) -> bool {
    let translated = match ip.segments() {
        // NAT64 and 6to4 carry an IPv4 address within.
        [0x64, 0xff9b, 0, 0, 0, 0, high, low] => Some((high, low)),
        [0x2002, high, low, ..] => Some((high, low)),
        _ => None,
    };
    if let Some((high, low)) = translated {
        let [a, b] = high.to_be_bytes();
        let [c, d] = low.to_be_bytes();
        return is_private_v4(Ipv4Addr::new(a, b, c, d));
    }
    ip.is_loopback()
        || ip.is_unspecified()
        || ip.is_multicast()
        || ip.is_unique_local()
        || ip.is_unicast_link_local()
}

/// Resolves names to public addresses only. `localhost` is this machine to everybody who reads it,
/// and is let through; whoever takes addresses decides whether it may be named.
struct PublicOnly;

impl Resolve for PublicOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let name = name.as_str();
            let found = tokio::net::lookup_host((name, 0)).await?;
            let allowed: Vec<SocketAddr> = found
                .filter(|address| name == "localhost" || !is_private(address.ip()))
                .collect();
            if allowed.is_empty() {
                return Err("the name leads into a private network".into());
            }
            Ok(Box::new(allowed.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::is_private;

    #[test]
    fn private_addresses_are_known_in_every_disguise() {
        for private in [
            "127.0.0.1",
            "10.1.2.3",
            "192.168.1.1",
            "172.16.0.1",
            "169.254.169.254",
            "0.0.0.0",
            "100.64.0.1",
            "198.18.0.1",
            "255.255.255.255",
            "224.0.0.1",
            "::1",
            "::",
            "fd00::1",
            "fe80::1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "2002:a00:1::",
            "ff02::1",
        ] {
            assert!(is_private(private.parse().expect(private)), "{private}");
        }
        for public in [
            "157.240.1.1",
            "8.8.8.8",
            "2a03:2880::1",
            "100.128.0.1",
            "64:ff9b::808:808",
        ] {
            assert!(!is_private(public.parse().expect(public)), "{public}");
        }
    }
}
