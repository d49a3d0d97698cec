fn main() -> std::process::ExitCode {
    jjak::cli::main()
}
