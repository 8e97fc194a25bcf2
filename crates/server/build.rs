//! Makes sure that the folder of the built dashboard exists, so that the program can be built
//! without Node: `src/ui` answers with a hint instead. What builds it is `make ui`, never this.

use std::path::Path;

fn main() -> std::io::Result<()> {
    let built = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/dist");
    std::fs::create_dir_all(&built)?;
    println!("cargo::rerun-if-changed={}", built.display());
    let is_release = std::env::var("PROFILE").is_ok_and(|profile| profile == "release");
    if is_release && !built.join("index.html").exists() {
        println!("cargo::warning=the dashboard is not built; `make ui` builds it, before this");
    }
    Ok(())
}
