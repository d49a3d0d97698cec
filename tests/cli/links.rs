//! Links in the place of files: the page is fetched from a server of the test's own, and from nowhere else.

use super::{Desk, ENGLISH, KOREAN, Ran, command};
use flate2::{Compression, write::GzEncoder};
use rustls::pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject};
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// What is answered to a path: status line, headers and body, as they are sent.
type Answer = Vec<u8>;

/// A server on this machine that answers until the test's process ends.
struct Server {
    port: u16,
    /// What was asked, line by line.
    asked: Arc<Mutex<Vec<String>>>,
}

impl Server {
    fn start(answer: impl Fn(&str) -> Answer + Send + Sync + 'static) -> Server {
        Server::run(None, answer)
    }

    fn with_tls(
        certificate: &str,
        answer: impl Fn(&str) -> Answer + Send + Sync + 'static,
    ) -> Server {
        let chain = CertificateDer::from_pem_file(tls(certificate)).unwrap();
        let key = PrivateKeyDer::from_pem_file(tls("key.pem")).unwrap();
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let config = ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![chain], key)
            .unwrap();
        Server::run(Some(Arc::new(config)), answer)
    }

    fn run(
        tls: Option<Arc<ServerConfig>>,
        answer: impl Fn(&str) -> Answer + Send + Sync + 'static,
    ) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (heard, answer) = (asked.clone(), Arc::new(answer));
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let (heard, answer, tls) = (heard.clone(), answer.clone(), tls.clone());
                std::thread::spawn(move || match tls {
                    Some(config) => {
                        let connection = ServerConnection::new(config).unwrap();
                        converse(StreamOwned::new(connection, stream), &heard, &*answer);
                    }
                    None => converse::<TcpStream>(stream, &heard, &*answer),
                });
            }
        });
        Server { port, asked }
    }

    fn link(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

fn converse<S: Read + Write>(
    stream: S,
    heard: &Mutex<Vec<String>>,
    answer: &dyn Fn(&str) -> Answer,
) {
    let mut stream = BufReader::new(stream);
    let mut lines = Vec::new();
    loop {
        let mut line = String::new();
        match stream.read_line(&mut line) {
            Ok(read) if read > 2 => lines.push(line.trim_end().to_owned()),
            Ok(2) => break,
            // A client that does not believe the certificate hangs up; another speaks TLS to a server that does not.
            _ => {
                let _ = stream.get_mut().write_all(&status("400 Bad Request", ""));
                return;
            }
        }
    }
    let path = lines[0].split(' ').nth(1).unwrap().to_owned();
    heard.lock().unwrap().extend(lines);
    let mut stream = stream.into_inner();
    // One that has read enough hangs up, too.
    let _ = stream.write_all(&answer(&path));
    let _ = stream.flush();
}

fn tls(name: &str) -> PathBuf {
    [env!("CARGO_MANIFEST_DIR"), "tests/files/tls", name]
        .iter()
        .collect()
}

fn ok(headers: &str, body: &[u8]) -> Answer {
    let length = body.len();
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Length: {length}\r\n{headers}Connection: close\r\n\r\n"
    );
    [head.as_bytes(), body].concat()
}

fn html(body: &[u8]) -> Answer {
    ok("Content-Type: text/html\r\n", body)
}

fn status(status: &str, headers: &str) -> Answer {
    format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\n{headers}Connection: close\r\n\r\n").into()
}

fn page(text: &str) -> String {
    let paragraphs: String = text
        .lines()
        .map(|line| format!("<p>{line}</p>\n"))
        .collect();
    format!("<!doctype html><title>A page</title><article>\n{paragraphs}</article>")
}

fn gzip(body: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(body).unwrap();
    encoder.finish().unwrap()
}

/// Runs `jjak` as one that trusts the issuer of the test's certificates and has no proxy before it.
fn run(folder: &Path, arguments: &str) -> Ran {
    let mut command = command(folder, arguments);
    for name in ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"] {
        command.env_remove(name).env_remove(name.to_lowercase());
    }
    Ran::from(
        command
            .env("SSL_CERT_FILE", tls("issuer.pem"))
            .output()
            .unwrap(),
    )
}

impl Desk {
    fn online(&self, arguments: &str) -> Ran {
        run(self.0.path(), arguments)
    }
}

#[test]
fn two_links_are_paired_and_the_pages_kept() {
    let server = Server::start(|path| match path {
        "/en" => status("302 Found", "Location: /news/en.html?from=a\r\n"),
        "/news/en.html?from=a" => html(page(ENGLISH).as_bytes()),
        "/%ED%95%9C" => {
            let (korean, ..) = encoding_rs::EUC_KR.encode(KOREAN);
            ok("Content-Type: text/plain; charset=\"EUC-KR\"\r\n", &korean)
        }
        _ => status("404 Not Found", ""),
    });
    let desk = Desk::new();
    let (en, ko) = (server.link("/en"), server.link("/한#part"));
    let ran = desk.online(&format!("align {en} {ko} -o out.jjak -o out.tsv"));
    assert!(
        ran.err.contains(&format!(
            "{en} leads to {}",
            server.link("/news/en.html?from=a")
        )),
        "{}",
        ran.err
    );
    assert!(ran.err.contains("(EUC-KR), 4 sentences"), "{}", ran.err);
    ran.done();
    let table = desk.text("out.tsv");
    assert!(
        table.contains("third time in a row") && table.contains("세 번 연속"),
        "{table}"
    );
    let project = desk.text("out.jjak");
    assert!(project.contains(&server.link("/news/en.html?from=a")));
    assert!(
        project.contains("<!doctype html>"),
        "the page is kept as it came"
    );
    // Who asks is told, and nothing else of the person.
    let asked = server.asked().join("\n").to_lowercase();
    assert!(asked.contains("user-agent: jjak/"), "{asked}");
    for header in ["cookie", "authorization", "referer", "accept-language"] {
        assert!(!asked.contains(header), "{asked}");
    }
    // What was fetched is at hand without the server.
    desk.online("export out.jjak -o again.tsv").done();
    assert_eq!(server.asked().len(), asked.lines().count());
}

#[test]
fn the_server_and_the_page_say_which_encoding_it_is_in() {
    let (korean, ..) = encoding_rs::EUC_KR.encode("<p>조용한 항구에 배들이 돌아왔다.</p>");
    let korean = korean.into_owned();
    let with = move |start: &str| [start.as_bytes(), &korean].concat();
    let server = Server::start(move |path| match path {
        "/header" => ok(
            "Content-Type: text/html; charset=euc-kr\r\n",
            &with("<meta charset=utf-8>"),
        ),
        "/meta" => html(&with("<meta charset=euc-kr>")),
        "/mark" => ok(
            "Content-Type: text/html; charset=euc-kr\r\n",
            "\u{feff}<p>조용한 항구에 배들이 돌아왔다.</p>".as_bytes(),
        ),
        _ => ok(
            "Content-Type: text/html\r\nContent-Encoding: gzip\r\n",
            &gzip("<p>조용한 항구에 배들이 돌아왔다.</p>".as_bytes()),
        ),
    });
    let desk = Desk::new();
    for path in ["/header", "/meta", "/mark", "/packed"] {
        let sentences = desk
            .online(&format!("segment {}", server.link(path)))
            .done();
        assert_eq!(sentences, "조용한 항구에 배들이 돌아왔다.\n", "{path}");
    }
}

#[test]
fn a_table_may_hold_links() {
    let server = Server::start(|path| match path {
        "/en" => html(page(ENGLISH).as_bytes()),
        "/ko" => html(page(KOREAN).as_bytes()),
        _ => status("404 Not Found", ""),
    });
    let desk = Desk::new();
    let (en, ko) = (server.link("/en"), server.link("/ko"));
    desk.put(
        "pairs.tsv",
        format!(
            "id\ten\tko\na\t{en}\t{ko}\nb\t{en}\tko.txt\nc\t{en}\t{}\n",
            server.link("/none")
        ),
    );
    let ran = desk.online("batch pairs.tsv -o out.jsonl --log log.jsonl");
    assert_eq!(ran.code, Some(1), "{}", ran.err);
    let log = desk.text("log.jsonl");
    let lines: Vec<&str> = log.lines().collect();
    for (line, words) in lines.iter().zip([
        "\"ok\"",
        "\"ok\"",
        "the server answers 404 (there is no such page)",
    ]) {
        assert!(line.contains(words), "{line}");
    }
    assert!(
        lines[0].contains(&ko) && !lines[0].contains("\"file\":\"http"),
        "{}",
        lines[0]
    );
    // Where a text is from is told and never fetched.
    let before = server.asked().len();
    desk.put("told.jsonl", format!("{{\"en_url\": \"{en}\", \"ko\": \"ko.txt\"}}\n{{\"en\": \"en.txt\", \"en_url\": \"{en}\", \"ko\": \"ko.txt\"}}\n"));
    let told = desk.online("batch told.jsonl -o - --format jsonl");
    assert!(
        told.out.contains("put it under en to have it fetched"),
        "{}",
        told.out
    );
    assert!(
        told.out
            .lines()
            .nth(1)
            .is_some_and(|line| line.contains("\"ok\"")),
        "{}",
        told.out
    );
    assert_eq!(server.asked().len(), before);
    // A job pairs them, too.
    desk.online("job pairs.tsv -o job.jjakjob");
    assert!(server.asked().len() > before);
}

#[test]
fn only_the_system_says_which_certificates_hold() {
    let answer = |_: &str| html(page(ENGLISH).as_bytes());
    let desk = Desk::new();
    let link = |server: &Server| format!("https://localhost:{}/en", server.port);
    let good = Server::with_tls("good.pem", answer);
    if cfg!(target_os = "linux") {
        let sentences = desk.online(&format!("segment {}", link(&good))).done();
        assert!(sentences.contains("third time in a row"));
        for (certificate, words) in [
            (
                "other.pem",
                "certificate does not hold (it is for another name)",
            ),
            ("expired.pem", "certificate does not hold (it has expired)"),
        ] {
            let server = Server::with_tls(certificate, answer);
            desk.online(&format!("segment {}", link(&server)))
                .refused(&[words]);
            assert!(server.asked().is_empty(), "nothing is asked of a stranger");
        }
        // Neither is a server that is none.
        let plain = Server::start(answer);
        desk.online(&format!("segment https://localhost:{}/", plain.port))
            .refused(&["no secure connection comes about"]);
    }
    let asked = good.asked().len();
    let mut stranger = command(desk.0.path(), &format!("segment {}", link(&good)));
    let other = tls("other.pem");
    for name in ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"] {
        stranger.env_remove(name);
    }
    Ran::from(stranger.env("SSL_CERT_FILE", other).output().unwrap()).refused(&[
        "certificate does not hold",
        "see in your browser what is wrong",
    ]);
    assert_eq!(good.asked().len(), asked);
}

#[test]
fn what_cannot_be_fetched_is_told_in_a_sentence() {
    let server = Server::start(|path| match path {
        "/forbidden" => status("403 Forbidden", ""),
        "/broken" => status("503 Service Unavailable", ""),
        "/round" => status("301 Moved Permanently", "Location: /round\r\n"),
        "/file" => status("302 Found", "Location: file:///etc/passwd\r\n"),
        "/login" => status("302 Found", "Location: http://kim:secret@127.0.0.1/\r\n"),
        "/picture" => ok("Content-Type: image/png\r\n", b"\x89PNG"),
        "/program" => ok("", b"\x7FELF\x02\x01\x01\0\0\0"),
        "/empty" => html(b""),
        "/long" => b"HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n".to_vec(),
        "/bomb" => ok("Content-Encoding: gzip\r\n", &gzip(&vec![b' '; 33 << 20])),
        "/odd" => ok("Content-Encoding: br\r\n", b"x"),
        "/torn" => b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n<p>One".to_vec(),
        "/silent" => Vec::new(),
        _ => status("404 Not Found", ""),
    });
    let desk = Desk::new();
    for (path, words) in [
        (
            "/none",
            "answers 404 (there is no such page); check the link",
        ),
        (
            "/forbidden",
            "answers 403 (it does not give the page out); save the page from your browser",
        ),
        (
            "/broken",
            "answers 503 (the server has trouble); try again later",
        ),
        (
            "/round",
            "leads from one address to another more than 10 times",
        ),
        (
            "/file",
            "leads to where it is not followed; file:///etc/passwd: only links that begin with http",
        ),
        (
            "/login",
            "the link to 127.0.0.1 holds a user name or a password, which is not sent",
        ),
        ("/picture", "is no text but image/png"),
        ("/program", "is not text but looks like a program"),
        ("/empty", "has no text"),
        ("/long", "is larger than 32 MiB (MAX_PAGE_BYTES)"),
        ("/bomb", "is larger than 32 MiB (MAX_PAGE_BYTES)"),
        ("/odd", "packed as br, which was not asked for"),
        ("/torn", "breaks off or cannot be understood"),
        ("/silent", "breaks off or cannot be understood"),
    ] {
        let link = server.link(path);
        let ran = desk.online(&format!("clean {link}"));
        assert!(!ran.err.contains("secret"), "{}", ran.err);
        ran.refused(&[&link, words]);
    }
    let gone = TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    for (link, words) in [
        (format!("http://{gone}/"), "its server cannot be reached"),
        (
            "http://no-such-host.invalid/".to_owned(),
            "there is no server of that name",
        ),
        (
            "ftp://127.0.0.1/en.txt".to_owned(),
            "only links that begin with http:// or https:// are fetched",
        ),
        (
            "file:///etc/passwd".to_owned(),
            "only links that begin with http:// or https:// are fetched",
        ),
        (
            "https://kim:secret@127.0.0.1/".to_owned(),
            "holds a user name or a password, which is not sent",
        ),
    ] {
        let ran = desk.online(&format!("align {link} ko.txt -o out.tsv"));
        assert!(!ran.err.contains("secret"), "{}", ran.err);
        ran.refused(&[words]);
    }
}
