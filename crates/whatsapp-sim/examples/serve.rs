//! The simulator on its own: `cargo run -p whatsapp-sim --example serve -- 127.0.0.1:8090`.
//!
//! Everything else is set up over its `/sim` interface.

use tokio::net::TcpListener;
use whatsapp_sim::{Sim, SimConfig};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let listen = std::env::args().nth(1);
    let listener = TcpListener::bind(listen.as_deref().unwrap_or("127.0.0.1:8090")).await?;
    Sim::new(SimConfig::default())?.serve(listener).await?;
    Ok(())
}
