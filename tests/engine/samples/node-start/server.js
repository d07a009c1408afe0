const fs = require("fs");
require("http")
  .createServer((question, answer) => answer.end(fs.readFileSync(`${__dirname}/views/buoy.txt`)))
  .listen(8080);
