module example.com/harbour/server

go 1.19
