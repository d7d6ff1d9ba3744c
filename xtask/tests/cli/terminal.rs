//! The streams: what goes where, in which colours, and what if nobody reads.

use crate::project::Project;

#[test]
fn the_last_line_counts_everything() {
    let project = Project::new();
    let ran = project.done("codegen --docs docs --out out");
    assert_eq!(ran.stdout, "");
    let lines: Vec<&str> = ran.stderr.lines().collect();
    let [.., written, summary] = lines[..] else { panic!("{ran:?}") };
    assert!(written.starts_with("wrote ") && written.ends_with(" unchanged in out/"), "{written}");
    let parts = ["page", "type", "operation", "error", "warning", "note"];
    let words: Vec<&str> = summary.split([',', ';']).map(str::trim).collect();
    assert_eq!(words.len(), parts.len(), "{summary}");
    for (word, part) in words.iter().zip(parts) {
        assert!(word.starts_with(|c: char| c.is_ascii_digit()) && word.contains(part), "{summary}");
    }
    let again = project.done("codegen --out out");
    assert!(again.stderr.contains("wrote 0 files, removed 0, "), "{again:?}");
}

#[test]
fn quiet_prints_only_what_keeps_the_run_from_succeeding() {
    let project = Project::new();
    let ran = project.done("codegen --docs docs --out out --quiet");
    assert_eq!((ran.stdout.as_str(), ran.stderr.as_str()), ("", ""));
    let ran = project.refused("codegen --docs nowhere --out out --quiet");
    assert!(ran.stderr.starts_with("error: "), "{ran:?}");
    let ran = project.run("codegen --out out --name other --check --quiet");
    assert_eq!((ran.code, ran.stdout.as_str()), (1, ""));
    assert!(ran.stderr.starts_with("error: out/ is not current"), "{ran:?}");
}

#[test]
fn a_pipe_gets_neither_colours_nor_progress() {
    let project = Project::new();
    let ran = project.done("codegen --docs docs --out out");
    assert!(!ran.stderr.contains(['\x1b', '\r']), "{ran:?}");
}

#[test]
fn colours_follow_the_option_and_the_environment() {
    let project = Project::new();
    let has_colours = |arguments: &str, environment: &[(&str, &str)]| {
        let mut command = project.command(arguments);
        let ran = project.ran(command.envs(environment.iter().copied()));
        assert_eq!(ran.code, 2);
        ran.stderr.contains('\x1b')
    };
    let arguments = "codegen --docs nowhere --out out";
    let forced = ("CLICOLOR_FORCE", "1");
    assert!(!has_colours(arguments, &[]));
    assert!(has_colours(arguments, &[forced]));
    assert!(!has_colours(arguments, &[forced, ("NO_COLOR", "1")]));
    assert!(has_colours(&format!("{arguments} --color always"), &[]));
    assert!(has_colours(&format!("{arguments} --color always"), &[("NO_COLOR", "1")]));
    assert!(!has_colours(&format!("{arguments} --color never"), &[forced]));
}

#[test]
fn a_reader_that_has_gone_away_changes_no_exit_code() {
    let project = Project::generated();
    let closed = || {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        writer
    };
    for (arguments, code) in [
        ("explain", 0),
        ("codegen --help", 0),
        ("codegen --out out", 0),
        ("codegen --out out --name other --check", 1),
        ("codegen --docs nowhere --out out", 2),
    ] {
        let mut command = project.command(arguments);
        let status = command.stdout(closed()).stderr(closed()).status().unwrap();
        assert_eq!(status.code(), Some(code), "{arguments}");
    }
}
