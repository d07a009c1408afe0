module example.com/harbour/berths

go 1.19

require example.com/harbour/knots v1.0.0
