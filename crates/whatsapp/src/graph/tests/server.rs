//! A Graph API that gives the answers it is told.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::thread::JoinHandle;

/// A server that gives this answer once; joining it gives the request it got.
pub(super) fn server(status: &str, body: &str) -> (String, JoinHandle<String>) {
    let (address, serving) = answers(&[(status, body)]);
    let only = std::thread::spawn(|| serving.join().expect("served").remove(0));
    (address, only)
}

/// A server that gives these answers, one per connection; joining it gives the requests.
pub(super) fn answers(answers: &[(&str, &str)]) -> (String, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = format!("http://{}", listener.local_addr().expect("bound"));
    let answers = answers.iter().map(|(status, body)| {
        format!(
            "HTTP/1.1 {status}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n{body}",
            body.len()
        )
    });
    let answers: Vec<_> = answers.collect();
    let serving = std::thread::spawn(move || {
        let serve = |answer: String| {
            let (mut stream, _) = listener.accept().expect("a connection");
            let request = request(&mut stream);
            stream
                .write_all(answer.as_bytes())
                .expect("the client listens");
            request
        };
        answers.into_iter().map(serve).collect()
    });
    (address, serving)
}

/// A whole request with its body, which must say how long it is.
pub(super) fn request(stream: &mut TcpStream) -> String {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        let read = stream.read(&mut buffer).expect("a request");
        request.extend_from_slice(&buffer[..read]);
        let text = String::from_utf8_lossy(&request);
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            continue;
        };
        let lines = head.lines().filter_map(|line| line.split_once(": "));
        let mut lengths = lines.filter(|(name, _)| name.eq_ignore_ascii_case("content-length"));
        let length = lengths
            .next()
            .map_or(0, |(_, length)| length.parse().expect("a length"));
        if body.len() >= length {
            return text.into_owned();
        }
    }
}
