//! One address for several nodes that come and go: connections are handed to those that live, in turn.

use std::sync::{Arc, Mutex};

use tokio::net::{TcpListener, TcpStream};

/// The address.
#[derive(Clone)]
pub(crate) struct Door {
    pub(crate) url: String,
    nodes: Arc<Mutex<(Vec<Option<String>>, usize)>>,
}

impl Door {
    /// Opens it; it belongs to so many nodes, none of which lives yet.
    pub(crate) async fn open(nodes: usize) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let door = Self {
            url: format!("http://{address}"),
            nodes: Arc::new(Mutex::new((vec![None; nodes], 0))),
        };
        let own = door.clone();
        tokio::spawn(async move {
            while let Ok((mut outside, _)) = listener.accept().await {
                // Without a node the connection is closed at once, as by a machine without the program.
                if let Some(address) = own.next() {
                    tokio::spawn(async move {
                        if let Ok(mut inside) = TcpStream::connect(address).await {
                            let _ = tokio::io::copy_bidirectional(&mut outside, &mut inside).await;
                        }
                    });
                }
            }
        });
        door
    }

    /// A node lives at this URL, or not at all.
    pub(crate) fn set(&self, node: usize, url: Option<&str>) {
        let address = url.map(|url| url.trim_start_matches("http://").to_owned());
        self.nodes.lock().expect("nobody fell").0[node] = address;
    }

    fn next(&self) -> Option<String> {
        let mut nodes = self.nodes.lock().expect("nobody fell");
        let (all, turn) = &mut *nodes;
        for _ in 0..all.len() {
            *turn = (*turn + 1) % all.len();
            if let Some(address) = &all[*turn] {
                return Some(address.clone());
            }
        }
        None
    }
}
