//! The program `clientele`; everything is in the library, beginning at [`clientele::cli`].

// A request allocates hundreds of times, on whichever thread it happens to be.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    clientele::cli::main()
}
