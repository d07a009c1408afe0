require "socket"
require "tides"

server = TCPServer.new("0.0.0.0", 4567)
loop do
  guest = server.accept
  guest.readpartial(4096)
  text = "#{Tides.next}\n"
  guest.write "HTTP/1.0 200 OK\r\nContent-Length: #{text.size}\r\n\r\n#{text}"
  guest.close
end
