//! What a shell offers behind `jjak`: commands, options, the values of those that have a few, and files.

use super::flag::Kind;
use super::{Command, Sheet, Spec};
use std::fmt::Write;

/// The shells that are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shell {
    Bash,
    Zsh,
    Fish,
    Pwsh,
}

/// The script that teaches a shell what the program, whose own sheet is `own`, and its commands take; it is to be read
/// when the shell begins.
pub(crate) fn completions(shell: Shell, own: &Sheet, commands: &[&dyn Command]) -> String {
    let sheets: Vec<Sheet> = commands.iter().map(|command| command.sheet()).collect();
    let general: Vec<Spec> = own.options().copied().collect();
    let general = general.as_slice();
    match shell {
        Shell::Bash => bash(general, &sheets),
        Shell::Zsh => zsh(general, &sheets),
        Shell::Fish => fish(general, &sheets),
        Shell::Pwsh => powershell(general, &sheets),
    }
}

/// An option's names with their dashes.
fn dashed(spec: &Spec) -> Vec<String> {
    let short = spec.short.map(|short| format!("-{short}"));
    short.into_iter().chain([spec.long()]).collect()
}

fn all_dashed<'a>(specs: impl Iterator<Item = &'a Spec>) -> String {
    specs.flat_map(dashed).collect::<Vec<_>>().join(" ")
}

/// The values of an option that has a few.
fn values(spec: &Spec) -> Option<Vec<&'static str>> {
    match spec.value?.kind {
        Kind::OneOf(names) => Some(names()),
        Kind::Text | Kind::File => None,
    }
}

/// In a single-quoted text of a shell.
fn quoted(text: &str) -> String {
    text.replace('\'', "'\\''")
}

/// The first line of an option's help, as short as a list wants it.
fn short_help(spec: &Spec) -> String {
    let line = spec.help.lines().next().unwrap_or_default();
    let end = line.find(['(', ';', ':']).unwrap_or(line.len());
    line.get(..end).unwrap_or(line).trim().to_owned()
}

fn bash(general: &[Spec], sheets: &[Sheet]) -> String {
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name).collect();
    let mut cases = String::new();
    for sheet in sheets {
        let name = sheet.name;
        for spec in sheet.options().filter(|spec| spec.value.is_some()) {
            let offer = match values(spec) {
                Some(values) => format!(
                    "COMPREPLY=($(compgen -W '{}' -- \"$word\"))",
                    values.join(" ")
                ),
                None => "COMPREPLY=($(compgen -f -- \"$word\"))".to_owned(),
            };
            for option in dashed(spec) {
                let _ = writeln!(cases, "    {name}:{option}) {offer}; return ;;");
            }
        }
    }
    let mut options = String::new();
    for sheet in sheets {
        let all = all_dashed(sheet.options());
        let _ = writeln!(options, "      {}) options='{all}' ;;", sheet.name);
    }
    format!(
        "_jjak() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} before=${{COMP_WORDS[COMP_CWORD-1]}} command=${{COMP_WORDS[1]}} options
  if [ \"$COMP_CWORD\" -eq 1 ]; then
    COMPREPLY=($(compgen -W '{} {}' -- \"$word\") $(compgen -f -- \"$word\"))
    return
  fi
  case $command:$before in
{cases}  esac
  if [[ $word == -* ]]; then
    case $command in
{options}    esac
    COMPREPLY=($(compgen -W \"$options\" -- \"$word\"))
    return
  fi
  COMPREPLY=($(compgen -f -- \"$word\"))
}}
complete -o filenames -F _jjak jjak
",
        names.join(" "),
        all_dashed(general.iter()),
    )
}

fn zsh(general: &[Spec], sheets: &[Sheet]) -> String {
    let argument = |spec: &Spec| {
        let value = match (spec.value, values(spec)) {
            (Some(value), Some(values)) => format!(":{}:({})", value.name, values.join(" ")),
            (Some(value), None) => format!(":{}:_files", value.name),
            (None, _) => String::new(),
        };
        let help = short_help(spec).replace(['[', ']', ':'], " ");
        let entry = |option: String| format!("    '{option}[{}]{}'", quoted(&help), quoted(&value));
        let entries: Vec<String> = dashed(spec).into_iter().map(entry).collect();
        entries.join(" \\\n")
    };
    let mut list = String::new();
    let mut cases = String::new();
    for sheet in sheets {
        let _ = writeln!(
            list,
            "    '{}:{}'",
            sheet.name,
            quoted(&sheet.summary.replace(':', " "))
        );
        let arguments: Vec<String> = sheet.options().map(argument).collect();
        let all = arguments.join(" \\\n");
        let _ = writeln!(
            cases,
            "  {}) _arguments -s \\\n{all} \\\n    '*:file:_files' ;;",
            sheet.name
        );
    }
    let general: Vec<String> = general.iter().map(argument).collect();
    format!(
        "#compdef jjak
_jjak() {{
  local -a commands=(
{list}  )
  if (( CURRENT == 2 )); then
    _describe command commands
    _arguments \\\n{} \\\n    '*:file:_files'
    return
  fi
  local command=$words[2]
  shift words; (( CURRENT-- ))
  case $command in
{cases}  *) _files ;;
  esac
}}
compdef _jjak jjak
",
        general.join(" \\\n")
    )
}

fn fish(general: &[Spec], sheets: &[Sheet]) -> String {
    let option = |when: &str, spec: &Spec| {
        let short = spec.short.map(|short| format!(" -s {short}"));
        let value = match (spec.value, values(spec)) {
            (Some(_), Some(values)) => format!(" -x -a '{}'", values.join(" ")),
            (Some(_), None) => " -r".to_owned(),
            (None, _) => String::new(),
        };
        let help = short_help(spec).replace('\'', "\\'");
        let short = short.unwrap_or_default();
        format!(
            "complete -c jjak -n '{when}'{short} -l {}{value} -d '{help}'\n",
            spec.long
        )
    };
    let mut text = String::new();
    for sheet in sheets {
        let summary = sheet.summary.replace('\'', "\\'");
        let name = sheet.name;
        let _ = writeln!(
            text,
            "complete -c jjak -n __fish_use_subcommand -a {name} -d '{summary}'"
        );
    }
    for spec in general {
        text.push_str(&option("__fish_use_subcommand", spec));
    }
    for sheet in sheets {
        for spec in sheet.options() {
            let when = format!("__fish_seen_subcommand_from {}", sheet.name);
            text.push_str(&option(&when, spec));
        }
    }
    text
}

fn powershell(general: &[Spec], sheets: &[Sheet]) -> String {
    let list = |words: String| {
        let words: Vec<String> = words.split(' ').map(|word| format!("'{word}'")).collect();
        words.join(", ")
    };
    let names: Vec<&str> = sheets.iter().map(|sheet| sheet.name).collect();
    let mut options = String::new();
    let mut offers = String::new();
    for sheet in sheets {
        let all = list(all_dashed(sheet.options()));
        let _ = writeln!(options, "    '{}' = @({all})", sheet.name);
        for spec in sheet.options() {
            if let Some(values) = values(spec) {
                let values = list(values.join(" "));
                let _ = writeln!(offers, "    '{} {}' = @({values})", sheet.name, spec.long());
            }
        }
    }
    format!(
        "Register-ArgumentCompleter -Native -CommandName jjak -ScriptBlock {{
  param($word, $line, $position)
  $options = @{{
{options}  }}
  $values = @{{
{offers}  }}
  $words = @($line.CommandElements | ForEach-Object {{ $_.ToString() }})
  $done = if ($word) {{ $words.Count - 1 }} else {{ $words.Count }}
  $offered = if ($done -le 1) {{ @({}) }}
    elseif ($values.ContainsKey(\"$($words[1]) $($words[$done - 1])\")) {{ $values[\"$($words[1]) $($words[$done - 1])\"] }}
    else {{ $options[$words[1]] }}
  $offered | Where-Object {{ $_ -like \"$word*\" }} | ForEach-Object {{
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }}
}}
",
        list(format!("{} {}", names.join(" "), all_dashed(general.iter())))
    )
}
