//! The program `clientele`; everything is in the library, beginning at [`clientele::cli`].
fn main() -> std::process::ExitCode {
    clientele::cli::main()
}
