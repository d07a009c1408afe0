<?php
namespace Harbour;

class Log
{
    public function entry(): string
    {
        return "day 40, calm sea\n";
    }
}
