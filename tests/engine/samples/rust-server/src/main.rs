use std::io::{Read, Write};
use std::net::TcpListener;

fn main() -> std::io::Result<()> {
    for guest in TcpListener::bind("0.0.0.0:3000")?.incoming() {
        let mut guest = guest?;
        let mut question = [0; 4096];
        if guest.read(&mut question)? > 0 {
            guest.write_all(b"HTTP/1.0 200 OK\r\nContent-Length: 10\r\n\r\nholds fast")?;
        }
    }
    Ok(())
}
